package io.tarn.scheduler.export;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import java.util.Optional;
import java.util.UUID;

/// Exports as other parts of this service ask for them: scheduled runs.
public interface Exports {
  /// Asks for an export in the owner's name. It goes on by itself until it ends.
  ///
  /// @param key names what is asked for: the same key of a tenant gives the same export, whatever
  ///     else is asked
  Export deliver(TenantId tenant, Actor owner, String key, ExportRequest request);

  /// The export as it is now.
  Optional<Export> look(TenantId tenant, UUID export);

  /// Asks an export to end; what it has written is removed.
  void cancel(TenantId tenant, UUID export);
}
