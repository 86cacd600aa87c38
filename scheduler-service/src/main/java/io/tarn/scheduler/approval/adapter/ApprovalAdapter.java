package io.tarn.scheduler.approval.adapter;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;

/// An adapter, without its secret.
///
/// @param version grows with each change
public record ApprovalAdapter(
    TenantId tenant,
    UUID id,
    String name,
    AdapterKind kind,
    AdapterSettings settings,
    int version,
    Instant createdAt,
    Instant changedAt) {}
