package io.tarn.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event as a row of its table.
///
/// @param time when it happened, to the millisecond
/// @param values one for each column, in their order, as [ShapeReader] gives them
record EventRow(Instant time, String id, List<@Nullable Object> values) {

  /// The row of a record; empty where the record has no valid id or time.
  static Optional<EventRow> of(EventTable table, JsonText event) {
    var id = event.members().get("eventID");
    var time = event.members().get("eventTime");
    if (id == null || !id.isText() || id.text().isBlank() || time == null || !time.isText()) {
      return Optional.empty();
    }
    return IsoTime.extended(time.text())
        .map(instant -> new EventRow(instant, id.text(), values(table, instant, event)));
  }

  private static List<@Nullable Object> values(EventTable table, Instant time, JsonText event) {
    var members =
        ShapeReader.byName(table == EventTable.INSIGHT ? InsightRecord.ofStore(event) : event);
    List<@Nullable Object> values = new ArrayList<>();
    for (var column : table.columns()) {
      values.add(
          switch (column.name()) {
            case "calendarday" -> calendarDay(time);
            case "eventJson" -> event.compact();
            case "eventJsonChecksum" -> checksum(event.compact());
            default -> ShapeReader.read(column.shape(), members.get(column.key()));
          });
    }
    return values;
  }

  private static long calendarDay(Instant time) {
    var date = time.atOffset(ZoneOffset.UTC).toLocalDate();
    return Long.parseLong(DateTimeFormatter.BASIC_ISO_DATE.format(date));
  }

  private static String checksum(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
