package io.tarn.query.engine;

import io.quarkus.logging.Log;
import io.tarn.query.engine.EngineException.Reason;
import io.tarn.sql.tree.RunTimeError;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells what a refusal of PostgreSQL means. Its messages carry names and literals and are neither
/// shown nor logged; the SQLSTATE says enough.
final class PostgresFailures {
  private PostgresFailures() {}

  static EngineException of(SQLException failure) {
    var state = failure.getSQLState() == null ? "" : failure.getSQLState();
    var reason = isOfTooLargeFetch(failure) ? Reason.FETCH_TOO_LARGE : reason(state);
    if (reason == Reason.UNKNOWN) {
      Log.errorf("a statement failed with SQLSTATE %s", state);
    }
    return new EngineException(reason, error(state), failure);
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

  /// The driver has no SQLSTATE of its own for it, and closes the connection.
  private static boolean isOfTooLargeFetch(SQLException failure) {
    var message = failure.getMessage();
    return message != null && message.contains("maxResultBuffer");
  }

  private static Reason reason(String state) {
    return switch (state) {
      case "57014", "25P04" -> Reason.STOPPED;
      case "22012" -> Reason.DIVISION_BY_ZERO;
      case "22003" -> Reason.NUMBER_OUT_OF_RANGE;
      case "22007", "22008", "22009" -> Reason.INVALID_TIME;
      case "22P02", "22018", "22030", "22032", "22033" -> Reason.INVALID_CONVERSION;
      case "22023" -> Reason.INVALID_ARGUMENT;
      case "0A000" -> Reason.UNSUPPORTED_FORMAT;
      case "2201B", "22025", "22019" -> Reason.INVALID_PATTERN;
      case "21000" -> Reason.SUBQUERY_OF_MANY_ROWS;
      case "53100", "53200", "53400", "54000", "54001", "54011", "54023" ->
          Reason.RESOURCES_EXHAUSTED;
      default -> isOutage(state) ? Reason.UNAVAILABLE : Reason.UNKNOWN;
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
