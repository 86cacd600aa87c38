package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation into a tenant. Its code is known only to whom it was shown.
///
/// @param email whoever accepts must have this address verified; null lets anybody
public record Invitation(
    TenantId tenant,
    UUID id,
    Role role,
    @Nullable String email,
    Instant expiresAt,
    @Nullable Instant usedAt,
    Instant createdAt) {}
