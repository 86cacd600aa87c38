package io.tarn.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The columns of each kind of event data store, in the order of Lake §4. Those that Lake does not
/// print, but answers to, are hidden (`calendarday` of Lake §3.4).
enum EventTable {
  CLOUDTRAIL,
  INSIGHT,
  CONFIGURATION,
  EVIDENCE,
  ACTIVITY;

  private static final String HIDDEN = "hidden ";
  private static final Map<String, EventTable> KINDS =
      Map.of(
          "Insight", INSIGHT,
          "AwsCloudTrailInsight", INSIGHT,
          "ConfigurationItem", CONFIGURATION,
          "AwsConfigurationItem", CONFIGURATION,
          "Evidence", EVIDENCE,
          "AwsAuditManagerEvidence", EVIDENCE,
          "ActivityAuditLog", ACTIVITY,
          "ActivityLog", ACTIVITY);

  @SuppressWarnings("Immutable") // a list that nothing changes
  private final List<Column> columns;

  EventTable() {
    columns = columns(name().toLowerCase(Locale.ROOT) + ".columns");
  }

  List<Column> columns() {
    return columns;
  }

  /// The table that a record belongs into: by its category, which old records have not, else by its
  /// type.
  static EventTable of(JsonText event) {
    var members = event.members();
    return Stream.of("eventCategory", "eventType")
        .map(members::get)
        .filter(Objects::nonNull)
        .map(JsonText::text)
        .map(KINDS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(CLOUDTRAIL);
  }

  private static List<Column> columns(String resource) {
    try (var stream = EventTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(EventTable::column)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Column column(String line) {
    boolean isHidden = line.startsWith(HIDDEN);
    var words = line.substring(isHidden ? HIDDEN.length() : 0).split(" ", 2);
    return new Column(words[0], LakeShape.of(words[1]), isHidden);
  }

  /// @param name in the canonical spelling
  /// @param isHidden whether `SELECT *` leaves it out
  record Column(String name, LakeShape shape, boolean isHidden) {
    /// The name as Trino knows it.
    String key() {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
