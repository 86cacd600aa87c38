package io.tarn.service.gate;

import java.security.PublicKey;
import java.util.Optional;

/// The public keys that grants are signed with.
public interface GrantKeys {

  /// The key of this id. Empty: there is no such key.
  ///
  /// @throws GrantException.KeysUnavailable when that cannot be known now
  Optional<PublicKey> find(String keyId);
}
