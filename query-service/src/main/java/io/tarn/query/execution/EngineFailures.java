package io.tarn.query.execution;

import static java.util.stream.Collectors.joining;

import io.tarn.query.engine.EngineException;
import io.tarn.sql.SourceLocation;
import io.tarn.sql.tree.Relation;
import java.util.List;

/// Puts the engine's refusals into our own words.
final class EngineFailures {
  private static final ExecutionFailure DIVISION =
      new ExecutionFailure("statement-failed", "The statement divides by zero.");
  private static final ExecutionFailure RANGE =
      new ExecutionFailure("statement-failed", "A number is out of its type's range.");
  private static final ExecutionFailure ARGUMENT =
      new ExecutionFailure("statement-failed", "A function cannot take one of its arguments.");
  private static final ExecutionFailure UNSUPPORTED =
      new ExecutionFailure("statement-failed", "A part of a format or pattern is not supported.");
  private static final ExecutionFailure TIME =
      new ExecutionFailure("statement-failed", "A text is not a point in time.");
  private static final ExecutionFailure CONVERSION =
      new ExecutionFailure("statement-failed", "A value cannot be read as the type asked for.");
  private static final ExecutionFailure PATTERN =
      new ExecutionFailure("statement-failed", "A pattern is malformed.");
  private static final ExecutionFailure SUBQUERY =
      new ExecutionFailure(
          "statement-failed", "A subquery in a location of one value has more rows.");
  private static final ExecutionFailure EXHAUSTED =
      new ExecutionFailure(
          "resources-exhausted",
          "The statement needs more memory or temporary space than it may use."
              + " A narrower range of eventTime or fewer columns help.");
  private static final ExecutionFailure UNAVAILABLE =
      new ExecutionFailure(
          "execution-interrupted", "The database was not available. Run the statement again.");

  private static final int MOST_PLACES = 3;

  private EngineFailures() {}

  static ExecutionOutcome outcomeOf(EngineException failure, Relation tree) {
    var words = failureOf(failure, tree);
    var state =
        words.equals(ExecutionFailure.TIMED_OUT) ? ExecutionState.TIMED_OUT : ExecutionState.FAILED;
    return new ExecutionOutcome.Failed(state, words);
  }

  /// The failure, with the place in the statement where it can have happened.
  static ExecutionFailure failureOf(EngineException failure, Relation tree) {
    var words = words(failure.reason());
    var places = failure.error().map(error -> error.locations(tree)).orElse(List.of());
    return places.isEmpty()
        ? words
        : new ExecutionFailure(words.problem(), words.detail() + " " + told(places));
  }

  /// The engine does not say where: of several places it was one.
  private static String told(List<SourceLocation> places) {
    var first =
        places.stream()
            .limit(MOST_PLACES)
            .map(place -> "line %d, column %d".formatted(place.line(), place.column()))
            .collect(joining("; "));
    if (places.size() == 1) {
      return "It is at " + first + ".";
    }
    return "It is at one of: " + first + (places.size() > MOST_PLACES ? "; and further on." : ".");
  }

  private static ExecutionFailure words(EngineException.Reason reason) {
    return switch (reason) {
      case DIVISION_BY_ZERO -> DIVISION;
      case NUMBER_OUT_OF_RANGE -> RANGE;
      case INVALID_TIME -> TIME;
      case INVALID_CONVERSION -> CONVERSION;
      case INVALID_ARGUMENT -> ARGUMENT;
      case UNSUPPORTED_FORMAT -> UNSUPPORTED;
      case INVALID_PATTERN -> PATTERN;
      case SUBQUERY_OF_MANY_ROWS -> SUBQUERY;
      case RESOURCES_EXHAUSTED -> EXHAUSTED;
      case FETCH_TOO_LARGE -> ExecutionFailure.ROW_TOO_LARGE;
      case STOPPED -> ExecutionFailure.TIMED_OUT;
      case UNAVAILABLE -> UNAVAILABLE;
      case UNKNOWN -> ExecutionFailure.INTERNAL;
    };
  }
}
