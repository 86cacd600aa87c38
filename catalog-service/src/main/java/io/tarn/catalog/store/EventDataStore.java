package io.tarn.catalog.store;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/// A tenant's immutable collection of events, the table of a statement.
public record EventDataStore(
    TenantId tenant,
    UUID id,
    String name,
    String arn,
    String category,
    boolean isDefault,
    StoreRules rules,
    Instant createdAt) {}
