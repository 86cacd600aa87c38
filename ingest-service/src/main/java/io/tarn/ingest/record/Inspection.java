package io.tarn.ingest.record;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import io.tarn.ingest.json.StorableText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Result of looking at a record: an event that can be stored, or the reason to reject it.
public sealed interface Inspection {
  /// CloudTrail began in this month. With the bound on the other side, no sender can make
  /// partitions without end.
  Instant EARLIEST = Instant.parse("2013-11-01T00:00:00Z");

  /// How far ahead of its receipt an event may lie.
  Duration LONGEST_AHEAD = Duration.ofHours(24);

  /// An event.
  ///
  /// @param id the event id as it is stored
  /// @param epochMillis the event time
  record Event(Json.Structure json, String id, long epochMillis) implements Inspection {
    /// The kind of store that it belongs into.
    public EventCategory category() {
      return EventKind.of(json);
    }

    /// The account whose event it is: the one that received it, else the caller's.
    public Optional<String> account() {
      return text(json.get("recipientAccountId"))
          .or(
              () ->
                  json.get("userIdentity") instanceof Json.Structure identity
                      ? text(identity.get("accountId"))
                      : Optional.empty());
    }
  }

  /// No event, and why.
  record Rejected(RejectionReason reason, String detail) implements Inspection {}

  /// Looks at what was received at a time.
  static Inspection of(byte[] bytes, Instant receivedAt) {
    try {
      return JsonReader.read(bytes) instanceof Json.Structure event
          ? inspect(event, receivedAt)
          : new Rejected(RejectionReason.NOT_JSON, "not a JSON object");
    } catch (NotJsonException e) {
      return new Rejected(RejectionReason.NOT_JSON, String.valueOf(e.getMessage()));
    }
  }

  private static Inspection inspect(Json.Structure event, Instant receivedAt) {
    var id = text(event.get("eventID")).map(StorableText::of).filter(text -> !text.isBlank());
    if (id.isEmpty()) {
      return new Rejected(RejectionReason.NO_EVENT_ID, "eventID is missing or no text");
    }
    var time = text(event.get("eventTime"));
    if (time.isEmpty()) {
      return new Rejected(
          RejectionReason.NO_READABLE_EVENT_TIME, "eventTime is missing or no text");
    }
    var millis = EventTimes.rfc3339(time.get());
    if (millis.isEmpty()) {
      return new Rejected(
          RejectionReason.NO_READABLE_EVENT_TIME, "eventTime is no RFC 3339 time with a zone");
    }
    return inBounds(new Event(event, id.get(), millis.getAsLong()), receivedAt);
  }

  private static Inspection inBounds(Event event, Instant receivedAt) {
    var time = Instant.ofEpochMilli(event.epochMillis());
    if (time.isBefore(EARLIEST)) {
      return new Rejected(
          RejectionReason.EVENT_TIME_TOO_EARLY, "eventTime is before November 2013");
    }
    if (time.isAfter(receivedAt.plus(LONGEST_AHEAD))) {
      return new Rejected(
          RejectionReason.EVENT_TIME_TOO_LATE, "eventTime is more than 24 hours ahead");
    }
    return event;
  }

  private static Optional<String> text(@Nullable Json value) {
    return value instanceof Json.Text(var text) ? Optional.of(text) : Optional.empty();
  }
}
