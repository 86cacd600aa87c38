package io.tarn.scheduler.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/// The statement by which write events are read from a store.
final class ChangeStatement {
  private static final String DEFAULT_STORE = "$EDS_ID";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,127}");

  private ChangeStatement() {}

  /// What stands against a name of a store; empty if it can stand in a statement.
  static Optional<String> fault(String store) {
    return store.equals(DEFAULT_STORE) || NAME.matcher(store).matches()
        ? Optional.empty()
        : Optional.of("must be $EDS_ID, or the id or name of an event data store");
  }

  /// Names are words or stand between quotes; nothing else gets into a statement.
  static String of(String store, boolean hasDataEvents) {
    if (fault(store).isPresent()) {
      throw new IllegalArgumentException("no name of a store");
    }
    var isPlain = store.equals(DEFAULT_STORE) || ID.matcher(store).matches();
    return """
        SELECT eventJson FROM %s
        WHERE ingestPosition >= {{window.startPosition}}
          AND ingestPosition < {{window.endPosition}}
          AND errorCode IS NULL AND (readOnly = false OR readOnly IS NULL)%s"""
        .formatted(
            isPlain ? store : "\"" + store + "\"",
            hasDataEvents ? "" : "\n  AND (managementEvent = true OR managementEvent IS NULL)");
  }
}
