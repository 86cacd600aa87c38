package io.tarn.query.execution;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Puts the database's refusals into our own words. Its messages carry names and literals and are
/// neither shown nor logged; the SQLSTATE says enough.
final class DatabaseFailures {
  private static final ExecutionFailure DIVISION =
      new ExecutionFailure("statement-failed", "The statement divides by zero.");
  private static final ExecutionFailure RANGE =
      new ExecutionFailure("statement-failed", "A number is out of its type's range.");
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

  private DatabaseFailures() {}

  static ExecutionOutcome outcomeOf(SQLException failure) {
    var words = failureOf(failure);
    var state =
        words.equals(ExecutionFailure.TIMED_OUT) ? ExecutionState.TIMED_OUT : ExecutionState.FAILED;
    return new ExecutionOutcome.Failed(state, words);
  }

  static ExecutionFailure failureOf(SQLException failure) {
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
      case "22P02", "22018", "22023", "22030", "22032", "22033" -> CONVERSION;
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
