package io.tarn.catalog.grant;

import org.jspecify.annotations.Nullable;

/// What the edge asks for in somebody's name.
///
/// @param tenant id or slug; null for a grant for the platform as a whole
public record AccessRequest(
    String token, @Nullable String tenant, String audience, String purpose, String requestId) {}
