package io.tarn.catalog.membership;

import io.tarn.service.gate.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A membership to be made.
public record NewMember(
    String issuer, String subject, @Nullable String name, Role role, @Nullable Instant expiresAt) {}
