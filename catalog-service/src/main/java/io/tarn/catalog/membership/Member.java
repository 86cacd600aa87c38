package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's role in a tenant.
///
/// @param name as the identity provider last said it; null where nobody has
public record Member(
    TenantId tenant,
    UUID id,
    String issuer,
    String subject,
    @Nullable String name,
    Role role,
    @Nullable Instant expiresAt,
    Instant createdAt) {}
