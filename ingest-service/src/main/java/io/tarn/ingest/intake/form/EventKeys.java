package io.tarn.ingest.intake.form;

import java.util.List;
import java.util.Set;

/// The keys by which an object is told.
final class EventKeys {
  /// An object with one of these is an event, whatever else it holds.
  static final Set<String> OF_EVENTS = Set.of("eventVersion", "eventID");

  /// Lists whose elements are events or carry them: trail files, streams, batches of logs and of
  /// messages, and what the command line prints.
  static final Set<String> OF_LISTS =
      Set.of("Records", "records", "logEvents", "events", "Events", "Messages");

  /// A digest file has all of these: the time that it covers and the log files in it.
  static final Set<String> OF_DIGEST_FILES = Set.of("digestStartTime", "digestEndTime", "logFiles");

  /// Keys of an envelope whose value is an object: the event, or a part of the envelope.
  static final List<String> OF_OBJECTS = List.of("detail", "Sns", "kinesis", "awslogs");

  /// Keys of an envelope whose value is a string that holds events.
  static final List<String> OF_STRINGS =
      List.of("Message", "Body", "body", "message", "CloudTrailEvent", "eventJson");

  /// Keys of an envelope whose value is a string that holds events in base64.
  static final List<String> OF_BASE64_STRINGS = List.of("data", "Data", "rawData");

  private EventKeys() {}
}
