package io.tarn.ingest.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a store holds that it would not keep.
///
/// @param from event time of the first; null where there is none
/// @param to event time of the last
/// @param keepsFrom the first day (UTC) within the retention
public record Expiring(
    long events, @Nullable Instant from, @Nullable Instant to, LocalDate keepsFrom) {}
