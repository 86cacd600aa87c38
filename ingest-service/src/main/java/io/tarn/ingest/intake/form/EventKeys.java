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
      Set.of("Records", "records", "logEvents", "events", "Events", "Messages", "QueryResultRows");

  /// The list of rows in the answer of a query; each is a list of objects with a column each.
  static final String OF_ROWS = "QueryResultRows";

  /// The column of a result with the original text of an event, in any case.
  static final String OF_ORIGINALS = "eventJson";

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
