package io.tarn.ingest.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a store holds that is older than a retention.
///
/// @param events how many events are older
/// @param from the event time of the first of them; null where there is none
/// @param to the event time of the last of them; null where there is none
/// @param keepsFrom the first day (UTC) that stays
public record Expiring(
    long events, @Nullable Instant from, @Nullable Instant to, LocalDate keepsFrom) {}
