package io.tarn.query.execution;

import static java.util.stream.Collectors.joining;

import io.quarkus.logging.Log;
import io.tarn.sql.SourceLocation;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.RunTimeError;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the database's refusals into our own words. Its messages carry names and literals and are
/// neither shown nor logged; the SQLSTATE says enough.
final class DatabaseFailures {
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

  private DatabaseFailures() {}

  static ExecutionOutcome outcomeOf(SQLException failure, Relation tree) {
    var words = failureOf(failure, tree);
    var state =
        words.equals(ExecutionFailure.TIMED_OUT) ? ExecutionState.TIMED_OUT : ExecutionState.FAILED;
    return new ExecutionOutcome.Failed(state, words);
  }

  /// The failure, with the place in the statement where it can have happened.
  static ExecutionFailure failureOf(SQLException failure, Relation tree) {
    var words = failureOf(failure);
    var error = error(stateOf(failure));
    var places = error == null ? List.<SourceLocation>of() : error.locations(tree);
    return places.isEmpty()
        ? words
        : new ExecutionFailure(words.problem(), words.detail() + " " + told(places));
  }

  private static @Nullable RunTimeError error(String state) {
    return switch (state) {
      case "22012" -> RunTimeError.DIVISION_BY_ZERO;
      case "22003" -> RunTimeError.NUMERIC_VALUE_OUT_OF_RANGE;
      case "22018" -> RunTimeError.INVALID_CAST_ARGUMENT;
      case "22023" -> RunTimeError.INVALID_FUNCTION_ARGUMENT;
      default -> null;
    };
  }

  /// The database does not say where: of several places it was one.
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

  private static ExecutionFailure failureOf(SQLException failure) {
    var state = stateOf(failure);
    if (state.equals("57014") || state.equals("25P04")) {
      return ExecutionFailure.TIMED_OUT;
    }
    var known = known(state);
    if (known == null) {
      Log.errorf("an execution failed with SQLSTATE %s", state);
      return ExecutionFailure.INTERNAL;
    }
    return known;
  }

  /// Whether the database could not be had, whatever the statement.
  static boolean isOutage(SQLException failure) {
    return isOutage(stateOf(failure));
  }

  /// Whether more was fetched at once than the connection takes. The driver has no SQLSTATE of its
  /// own for it, and closes the connection.
  static boolean isOfTooLargeFetch(SQLException failure) {
    var message = failure.getMessage();
    return message != null && message.contains("maxResultBuffer");
  }

  private static String stateOf(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }

  private static @Nullable ExecutionFailure known(String state) {
    return switch (state) {
      case "22012" -> DIVISION;
      case "22003" -> RANGE;
      case "22007", "22008", "22009" -> TIME;
      case "22P02", "22018", "22030", "22032", "22033" -> CONVERSION;
      case "22023" -> ARGUMENT;
      case "0A000" -> UNSUPPORTED;
      case "2201B", "22025", "22019" -> PATTERN;
      case "21000" -> SUBQUERY;
      case "53100", "53200", "53400", "54000", "54001", "54011", "54023" -> EXHAUSTED;
      default -> isOutage(state) ? UNAVAILABLE : null;
    };
  }

  private static boolean isOutage(String state) {
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("25P03")
        || state.equals("53300")
        || state.equals("40001")
        || state.equals("55P03");
  }
}
