package io.tarn.scheduler.tenant;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The tenants, as catalog-service tells them by `tarn.tenants.v1`; a new one is known a moment
/// later.
public interface KnownTenants {
  Optional<KnownTenant> find(Connection connection, TenantId id) throws SQLException;

  /// Those that are active, by id.
  List<KnownTenant> active(Connection connection) throws SQLException;
}
