package io.tarn.scheduler.api;

import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.SchedulePlan;
import io.tarn.scheduler.schedule.SchedulePolicies;
import io.tarn.scheduler.schedule.ScheduledQuery;
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
/// @param window which event time a run is about; absent for runs without a window
/// @param policies what happens when things do not go as planned
public record SaveScheduleRequest(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Valid QueryToSchedule query,
    @Nullable @Size(max = 100_000) String statement,
    @Nullable List<@NotNull ParameterDeclaration> parameters,
    @Nullable Map<String, Object> values,
    @NotNull @Valid SpecDocument spec,
    @Nullable @Valid Window window,
    @Nullable @Valid Policies policies) {

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version the version to run; absent is the newest that the owner sees, at each run
  public record QueryToSchedule(@NotNull UUID id, @Nullable @Min(1) Integer version) {}

  /// The range of event time between `{{window.start}}` (inclusive) and `{{window.end}}`
  /// (exclusive). The window of a run begins where that of the last run that succeeded ends.
  ///
  /// @param settling how long events are waited for: a window ends that long before its run is
  ///     due; PT15M if absent
  /// @param from where the first window begins, or the next one of a schedule that there is
  ///     already; absent is now, less the settling time, or where the windows are
  public record Window(@Nullable Duration settling, @Nullable Instant from) {}

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
        name.strip(), scheduledQuery(), spec.spec(), schedulePolicies(), settling());
  }

  /// Where the next window begins; null if nothing is said.
  @Nullable Instant from() {
    var from = window == null ? null : window.from();
    return from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
  }

  private @Nullable Duration settling() {
    return window == null
        ? null
        : Objects.requireNonNullElse(window.settling(), Duration.ofMinutes(15))
            .truncatedTo(ChronoUnit.SECONDS);
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
