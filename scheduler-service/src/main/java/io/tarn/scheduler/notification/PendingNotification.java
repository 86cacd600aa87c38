package io.tarn.scheduler.notification;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/// What a channel has yet to be told, under a lease.
///
/// @param attempts how often it was tried, this time included
/// @param fencingToken of the lease under which the row was read
record PendingNotification(
    TenantId tenant,
    UUID id,
    UUID channel,
    Notice notice,
    int attempts,
    long fencingToken,
    Instant createdAt) {}
