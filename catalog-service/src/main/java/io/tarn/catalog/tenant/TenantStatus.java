package io.tarn.catalog.tenant;

import java.util.Locale;
import java.util.Set;

/// The states of a tenant. Half-made ones are seen by nobody.
///
/// ```
/// provisioning --> active <--> suspended --> closing
///      |
///      +--> undoing --> (gone)
/// ```
public enum TenantStatus {
  PROVISIONING,
  ACTIVE,
  SUSPENDED,
  CLOSING,
  UNDOING;

  static final Set<String> VISIBLE =
      Set.of(ACTIVE.wireName(), SUSPENDED.wireName(), CLOSING.wireName());

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TenantStatus of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
