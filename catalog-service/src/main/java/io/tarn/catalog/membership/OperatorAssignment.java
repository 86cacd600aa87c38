package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An operator's leave to work in a tenant.
public record OperatorAssignment(
    UUID id,
    TenantId tenant,
    String issuer,
    String subject,
    @Nullable Instant expiresAt,
    Instant createdAt) {}
