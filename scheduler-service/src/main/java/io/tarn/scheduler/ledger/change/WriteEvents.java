package io.tarn.scheduler.ledger.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Which events are changes: write events that succeeded. Signing in changes no resource. Where an
/// event does not say whether it only reads, its name does, by the lists in `read-events.txt`.
public final class WriteEvents {
  private static final List<String> LINES = lines();
  private static final List<String> PREFIXES = section("prefix ");
  private static final List<String> NAMES = section("name ");

  private WriteEvents() {}

  /// Whether an event is a change.
  ///
  /// @param hasDataEvents whether events of the data plane are changes, too: objects put,
  ///     functions invoked
  public static boolean isChange(ChangeEvent event, boolean hasDataEvents) {
    if (event.errorCode() != null || isSignIn(event)) {
      return false;
    }
    if (!hasDataEvents && Boolean.FALSE.equals(event.managementEvent())) {
      return false;
    }
    var readOnly = event.readOnly();
    return readOnly == null ? !isReadName(event) : !readOnly;
  }

  private static boolean isSignIn(ChangeEvent event) {
    return "AwsConsoleSignIn".equals(event.eventType())
        || event.eventSource().equals("signin.amazonaws.com");
  }

  /// By the name alone, in any case: some services write `listThings`.
  static boolean isReadName(ChangeEvent event) {
    var name = event.eventName().toLowerCase(Locale.ROOT);
    var pair = event.eventSource().toLowerCase(Locale.ROOT) + ":" + name;
    return PREFIXES.stream().anyMatch(verb -> beginsWith(event.eventName(), verb))
        || NAMES.contains(name)
        || NAMES.contains(pair);
  }

  /// Whether a name begins with a verb as a whole word: `listThings`, and not `listen`.
  private static boolean beginsWith(String name, String verb) {
    return name.regionMatches(true, 0, verb, 0, verb.length())
        && (name.length() == verb.length() || !Character.isLowerCase(name.charAt(verb.length())));
  }

  private static List<String> section(String kind) {
    return LINES.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()).strip())
        .toList();
  }

  private static List<String> lines() {
    try (InputStream list = WriteEvents.class.getResourceAsStream("read-events.txt")) {
      var text =
          new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
              .toLowerCase(Locale.ROOT);
      return text.lines().map(String::strip).filter(line -> !line.startsWith("#")).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
