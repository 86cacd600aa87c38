package io.tarn.ingest.purge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A purge that was confirmed.
///
/// @param removed events that have left their stores so far
public record Purge(
    String reason,
    String requestedBy,
    Instant requestedAt,
    long removed,
    @Nullable Instant completedAt) {}
