package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.notification.DeliveryRecord;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a notification.
///
/// @param id the id of the delivery, which receivers see as well
/// @param run the id of the run that it tells of; absent where it tells of changes or is a
///     test of the channel
/// @param schedule the id of the schedule of the run
/// @param change the id of the change that it tells of; absent where it tells of a run or is a test
/// @param state pending, delivered or failed
/// @param attempts how often it was tried
/// @param statusCode what the receiver answered last, of HTTP or SMTP; absent where it gave no
///     answer
/// @param problem what stood against it last; absent where nothing did
/// @param nextAttemptAt when it is tried next; absent unless it is pending
/// @param createdAt when the run ended, the changes were judged or the test was asked for
/// @param attemptedAt when it was tried last
/// @param endedAt since when it is delivered or given up
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelDeliveryResponse(
    UUID id,
    @Nullable UUID run,
    @Nullable UUID schedule,
    @Nullable String change,
    @Pattern(regexp = "pending|delivered|failed") String state,
    int attempts,
    @Nullable Integer statusCode,
    @Nullable String problem,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant endedAt) {

  static ChannelDeliveryResponse of(DeliveryRecord record) {
    return new ChannelDeliveryResponse(
        record.id(),
        record.run(),
        record.schedule(),
        record.change(),
        record.state(),
        record.attempts(),
        record.status(),
        record.problem(),
        record.nextAttemptAt(),
        record.createdAt(),
        record.attemptedAt(),
        record.endedAt());
  }
}
