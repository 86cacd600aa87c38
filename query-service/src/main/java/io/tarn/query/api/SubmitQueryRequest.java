package io.tarn.query.api;

import io.tarn.query.execution.QueryText;
import io.tarn.service.problem.ProblemException;
import io.tarn.service.request.MayHoldNul;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.RunWindow;
import io.tarn.sql.parameter.RunWindow.PositionSpan;
import io.tarn.sql.parameter.TimeSpan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be run, or only looked at: a statement of the caller's own, or a kept query.
///
/// @param statement a SELECT of CloudTrail Lake's SQL, of at most 100,000 characters; absent with
///     `query`
/// @param parameters what `{{name}}` in the statement stands for; a kept query has its own
/// @param values values of the parameters by name
/// @param query the kept query; absent with `statement`
/// @param window what the ends of `{{window}}` stand for; from schedules only
public record SubmitQueryRequest(
    @Nullable @Size(max = LONGEST) @MayHoldNul String statement,
    @Nullable List<@NotNull ParameterDeclaration> parameters,
    @Nullable @MayHoldNul Map<String, Object> values,
    @Nullable @Valid QueryToRun query,
    @Nullable @Valid Window window) {
  private static final int LONGEST = 100_000;

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version the version to run; absent is the one that the caller sees
  public record QueryToRun(@NotNull UUID id, @Nullable @Min(1) Integer version) {}

  /// What a scheduled run is about: a range of event time, or what came in between two positions.
  ///
  /// @param start its first moment; absent in a window of positions
  /// @param end the moment before which it ends; absent in a window of positions
  /// @param startPosition its first position; absent in a window of event time
  /// @param endPosition the position before which it ends; absent in a window of event time
  public record Window(
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable @Min(0) Long startPosition,
      @Nullable @Min(0) Long endPosition) {
    RunWindow toRun() {
      if (start != null && end != null && startPosition == null && endPosition == null) {
        if (end.isBefore(start)) {
          throw ProblemException.invalid("window.end", "must not be before window.start");
        }
        return RunWindow.of(new TimeSpan(utc(start), utc(end)));
      }
      if (startPosition != null && endPosition != null && start == null && end == null) {
        if (endPosition < startPosition) {
          throw ProblemException.invalid("window.endPosition", "must not be below startPosition");
        }
        return RunWindow.of(new PositionSpan(startPosition, endPosition));
      }
      throw ProblemException.invalid("window", "must have start and end, or both as positions");
    }

    private static LocalDateTime utc(Instant time) {
      return LocalDateTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// The refusal of a window from somebody who is no schedule.
  static ProblemException windowRefused() {
    return ProblemException.invalid("window", "is given by scheduled runs only");
  }

  /// The statement of the caller's own, to be looked at only.
  ///
  /// @throws ProblemException if there is none
  QueryText text() {
    if (window != null) {
      throw windowRefused();
    }
    return textToRun();
  }

  /// The statement of the caller's own.
  ///
  /// @throws ProblemException if there is none
  QueryText textToRun() {
    if (query != null) {
      throw ProblemException.invalid("query", "must not stand beside a statement");
    }
    if (statement == null || statement.isBlank()) {
      throw ProblemException.invalid("statement", "must not be blank");
    }
    return new QueryText(
        statement, parameters == null ? List.of() : parameters, givenValues(), null);
  }

  /// The kept query that is to be run; null for a statement of the caller's own.
  @Nullable QueryToRun kept() {
    if (query == null) {
      return null;
    }
    if (statement != null) {
      throw ProblemException.invalid("statement", "must not stand beside a kept query");
    }
    if (parameters != null) {
      throw ProblemException.invalid("parameters", "must not stand beside a kept query");
    }
    return query;
  }

  /// None of them is null: a value that is null is not given.
  Map<String, Object> givenValues() {
    if (values == null) {
      return Map.of();
    }
    var given = new LinkedHashMap<String, Object>(values);
    given.values().removeIf(Objects::isNull);
    return given;
  }
}
