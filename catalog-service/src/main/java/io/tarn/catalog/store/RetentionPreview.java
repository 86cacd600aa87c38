package io.tarn.catalog.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a shorter retention would remove from a store.
///
/// @param keepsFrom the first day of event time (UTC) that would be kept
/// @param removes how many events the store holds from before that day
/// @param from event time of the first of them; null where there is none
/// @param to event time of the last
/// @param token what confirms exactly this
public record RetentionPreview(
    int retentionDays,
    LocalDate keepsFrom,
    long removes,
    @Nullable Instant from,
    @Nullable Instant to,
    String token) {}
