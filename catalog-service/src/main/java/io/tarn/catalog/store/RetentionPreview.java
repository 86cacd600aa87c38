package io.tarn.catalog.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a shorter retention would remove from a store.
///
/// @param retentionDays the retention that is asked for, in days of event time
/// @param keepsFrom the first day of event time (UTC) that stays
/// @param removes how many events the store holds from before that day
/// @param from the event time of the first of them; null where there is none
/// @param to the event time of the last of them; null where there is none
/// @param token the token that confirms exactly this
public record RetentionPreview(
    int retentionDays,
    LocalDate keepsFrom,
    long removes,
    @Nullable Instant from,
    @Nullable Instant to,
    String token) {}
