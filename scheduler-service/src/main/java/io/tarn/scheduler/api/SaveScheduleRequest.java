package io.tarn.scheduler.api;

import io.tarn.scheduler.schedule.AlertCondition;
import io.tarn.scheduler.schedule.Covered;
import io.tarn.scheduler.schedule.Delivery;
import io.tarn.scheduler.schedule.Notification;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.SchedulePlan;
import io.tarn.scheduler.schedule.SchedulePolicies;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule as it is to be.
///
/// @param name what people call it; no other schedule of the tenant has the name
/// @param query the kept query that is run; absent with `statement`
/// @param statement the statement that is run; absent with `query`
/// @param parameters what `{{name}}` in the statement stands for; a kept query has its own
/// @param values values of the parameters by name; relative times begin from each run
/// @param spec when it runs
/// @param window which events a run is about; absent for runs without a window
/// @param policies what happens when things do not go as planned
/// @param output what is done with results; absent is nothing
public record SaveScheduleRequest(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Valid QueryToSchedule query,
    @Nullable @Size(max = 100_000) String statement,
    @Nullable List<@NotNull ParameterDeclaration> parameters,
    @Nullable Map<String, Object> values,
    @NotNull @Valid SpecDocument spec,
    @Nullable @Valid Window window,
    @Nullable @Valid Policies policies,
    @Nullable @Valid Output output) {

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version the version to run; absent is the newest that the owner sees, at each run
  public record QueryToSchedule(@NotNull UUID id, @Nullable @Min(1) Integer version) {}

  /// Which events a run is about. The window of a run begins where that of the last run that
  /// succeeded ends. With `event-time` it is the range between `{{window.start}}` (inclusive) and
  /// `{{window.end}}` (exclusive); with `arrival` it is what came in since, however late, between
  /// `{{window.startPosition}}` and `{{window.endPosition}}`, to be compared with `ingestPosition`.
  ///
  /// @param kind event-time or arrival; event-time if absent
  /// @param settling how long events are waited for: a window of event time ends that long before
  ///     its run is due; PT15M if absent
  /// @param from where the first window of event time begins, or the next one of a schedule that
  ///     there is already; absent is now, less the settling time, or where the windows are
  /// @param fromPosition the same for a window of arrival; 0 is all that there is
  public record Window(
      @Nullable @Pattern(regexp = "event-time|arrival") String kind,
      @Nullable Duration settling,
      @Nullable Instant from,
      @Nullable @Min(0) Long fromPosition) {
    private static boolean isOfArrival(Window window) {
      return "arrival".equals(window.kind);
    }
  }

  /// What is done with the results of runs.
  ///
  /// @param compared whether rows are compared with those of the last run that succeeded; false if
  ///     absent
  /// @param alert when a result is something that people want to know of at once
  /// @param deliveries where results are written to, at most 10
  /// @param notifications who is told of the ends of runs, at most 10
  public record Output(
      @Nullable Boolean compared,
      @Nullable @Valid Alert alert,
      @Nullable @Size(max = 10) List<@NotNull @Valid DeliveryTarget> deliveries,
      @Nullable @Size(max = 10) List<@NotNull @Valid NotificationTarget> notifications) {
    private OutputPlan plan() {
      return new OutputPlan(
          Boolean.TRUE.equals(compared),
          alert == null ? null : alert.condition(),
          deliveries == null
              ? List.of()
              : deliveries.stream().map(DeliveryTarget::delivery).toList(),
          notifications == null
              ? List.of()
              : notifications.stream().map(NotificationTarget::notification).toList());
    }
  }

  /// Who is told of the ends of runs. A run is told once to each channel.
  ///
  /// @param channel the id of a notification channel
  /// @param when of which ends: always, changed (the result, against the last one), rows (there are
  ///     any), firing (the alert condition is fulfilled), failed (or the schedule has paused) or
  ///     recovered (the alert fires no more, or the first success after failures); always if absent
  public record NotificationTarget(
      @NotNull UUID channel,
      @Nullable @Pattern(regexp = "always|changed|rows|firing|failed|recovered") String when) {
    private Notification notification() {
      return new Notification(
          channel, Notification.When.of(Objects.requireNonNullElse(when, "always")).orElseThrow());
    }
  }

  /// When a result is something that people want to know of at once.
  ///
  /// @param of what is looked at: rows (their number), column (its value in any row), or no-data
  ///     (there are no rows)
  /// @param column the name of the column; absent for the others
  /// @param operator how it is compared; absent for no-data
  /// @param value what it is compared with: a number, or for `=` and `!=` of a column also a text;
  ///     absent for no-data
  public record Alert(
      @NotNull @Pattern(regexp = "rows|column|no-data") String of,
      @Nullable @Size(max = 200) String column,
      @Nullable @Pattern(regexp = ">|>=|<|<=|=|!=") String operator,
      @Nullable Object value) {
    private AlertCondition condition() {
      return new AlertCondition(of, column, operator, value);
    }
  }

  /// Where results are written to.
  ///
  /// @param destination the id of a destination; absent is the tenant's own bucket
  /// @param format csv, ndjson or parquet; csv if absent
  /// @param when for which results: always, changed (against the last one), rows (there are any) or
  ///     firing (the alert condition is fulfilled); always if absent
  public record DeliveryTarget(
      @Nullable UUID destination,
      @Nullable @Pattern(regexp = "csv|ndjson|parquet") String format,
      @Nullable @Pattern(regexp = "always|changed|rows|firing") String when) {
    private Delivery delivery() {
      return new Delivery(
          destination,
          Objects.requireNonNullElse(format, "csv"),
          Delivery.When.of(Objects.requireNonNullElse(when, "always")).orElseThrow());
    }
  }

  /// What happens when things do not go as planned.
  ///
  /// @param overlap when a run is due while another one has not ended: skip it, let one wait
  ///     (buffer_one), or begin it (allow_all); skip if absent
  /// @param catchUpWindow how far back runs that were missed are made up for; P1D if absent
  /// @param pauseAfterFailures after how many failed runs in a row the schedule pauses; 0 is
  ///     never, 10 if absent
  public record Policies(
      @Nullable @Pattern(regexp = "skip|buffer_one|allow_all") String overlap,
      @Nullable Duration catchUpWindow,
      @Nullable Integer pauseAfterFailures) {}

  SchedulePlan plan() {
    return new SchedulePlan(
        name.strip(),
        scheduledQuery(),
        spec.spec(),
        schedulePolicies(),
        windowPlan(),
        output == null ? OutputPlan.NONE : output.plan());
  }

  /// Where the next window begins, as far as that is asked for.
  Covered from() {
    if (window == null) {
      return Covered.NOTHING;
    }
    var from = window.from();
    return Window.isOfArrival(window)
        ? new Covered(null, window.fromPosition())
        : new Covered(from == null ? null : from.truncatedTo(ChronoUnit.MILLIS), null);
  }

  private @Nullable WindowPlan windowPlan() {
    if (window == null) {
      return null;
    }
    return Window.isOfArrival(window)
        ? new WindowPlan.Arrival()
        : new WindowPlan.EventTime(
            Objects.requireNonNullElse(window.settling(), Duration.ofMinutes(15))
                .truncatedTo(ChronoUnit.SECONDS));
  }

  private ScheduledQuery scheduledQuery() {
    var given = new LinkedHashMap<String, Object>(values == null ? Map.of() : values);
    given.values().removeIf(Objects::isNull);
    return new ScheduledQuery(
        query == null ? null : new ScheduledQuery.ScheduledVersion(query.id(), query.version()),
        statement,
        parameters,
        given);
  }

  private SchedulePolicies schedulePolicies() {
    var given = policies == null ? new Policies(null, null, null) : policies;
    return new SchedulePolicies(
        given.overlap() == null
            ? OverlapPolicy.SKIP
            : OverlapPolicy.of(given.overlap()).orElseThrow(),
        Objects.requireNonNullElse(given.catchUpWindow(), Duration.ofDays(1))
            .truncatedTo(ChronoUnit.SECONDS),
        Objects.requireNonNullElse(given.pauseAfterFailures(), 10));
  }
}
