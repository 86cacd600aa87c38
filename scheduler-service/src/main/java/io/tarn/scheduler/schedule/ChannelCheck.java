package io.tarn.scheduler.schedule;

import io.tarn.common.tenant.TenantId;
import java.util.Set;
import java.util.UUID;

/// Knows the notification channels of tenants.
@FunctionalInterface
public interface ChannelCheck {
  /// Those of the ids that are channels of the tenant.
  Set<UUID> known(TenantId tenant, Set<UUID> channels);
}
