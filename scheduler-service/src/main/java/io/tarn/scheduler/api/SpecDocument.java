package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.ScheduleSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When a schedule runs.
///
/// @param cron five fields (minute, hour, day of month, month, day of week), or a form such as
///     `@daily` (hourly, weekly, monthly and yearly alike); absent with `every`
/// @param every an interval as an ISO 8601 duration of at least a minute, counted from `start` or
///     from 1970; absent with `cron`
/// @param timeZone the time zone whose clock cron is read on, by its IANA name; UTC if absent
/// @param start no run is before it
/// @param end no run is at or after it
/// @param jitter how much later than due a run may begin, by chance; at most an hour, PT0S if
///     absent
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpecDocument(
    @Nullable @Size(max = 200) String cron,
    @Nullable Duration every,
    @Nullable @Size(max = 100) String timeZone,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Duration jitter) {

  ScheduleSpec spec() {
    return new ScheduleSpec(
        cron,
        every,
        Objects.requireNonNullElse(timeZone, "UTC"),
        toMillis(start),
        toMillis(end),
        Objects.requireNonNullElse(jitter, Duration.ZERO).truncatedTo(ChronoUnit.SECONDS));
  }

  private static @Nullable Instant toMillis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  static SpecDocument of(ScheduleSpec spec) {
    return new SpecDocument(
        spec.cron(), spec.every(), spec.timeZone(), spec.start(), spec.end(), spec.jitter());
  }

  /// A spec that is only looked at.
  ///
  /// @param spec the spec
  public record PreviewRequest(@NotNull @Valid SpecDocument spec) {}
}
