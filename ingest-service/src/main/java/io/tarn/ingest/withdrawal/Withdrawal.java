package io.tarn.ingest.withdrawal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A withdrawal that was confirmed.
///
/// @param removed events that have left their stores so far
public record Withdrawal(
    String reason,
    String requestedBy,
    Instant requestedAt,
    long removed,
    @Nullable Instant completedAt) {}
