package io.tarn.scheduler.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a channel's log: what became of one notification.
///
/// @param run the run that it tells of; null where it tells of changes or is a test
/// @param schedule the schedule of the run
/// @param change the change that it tells of; null where it tells of a run or is a test
/// @param state `pending`, `delivered` or `failed`
/// @param attempts how often it was tried
/// @param status what the receiver answered last; null where it gave no answer
/// @param problem what stood against it last; null where nothing did
/// @param nextAttemptAt when it is tried next; null unless it is pending
/// @param attemptedAt when it was tried last
/// @param endedAt since when it is delivered or given up
public record DeliveryRecord(
    UUID id,
    @Nullable UUID run,
    @Nullable UUID schedule,
    @Nullable String change,
    String state,
    int attempts,
    @Nullable Integer status,
    @Nullable String problem,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant endedAt) {
  static final String PENDING = "pending";
  static final String DELIVERED = "delivered";
  static final String FAILED = "failed";
}
