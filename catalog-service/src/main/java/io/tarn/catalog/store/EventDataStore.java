package io.tarn.catalog.store;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's immutable collection of events, the table of a statement.
///
/// @param retentionDays null keeps events without end
public record EventDataStore(
    TenantId tenant,
    UUID id,
    String name,
    String arn,
    String category,
    boolean isDefault,
    @Nullable Integer retentionDays,
    Instant createdAt) {}
