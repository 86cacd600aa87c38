package io.tarn.ingest.intake.form;

import java.util.Set;

/// The keys by which an object is told.
final class Names {
  /// An object with one of these is an event, whatever else it holds.
  static final Set<String> OF_EVENTS = Set.of("eventVersion", "eventID");

  /// Lists whose elements are events or carry them: trail files, streams, batches of logs and of
  /// messages, and what the command line prints.
  static final Set<String> OF_LISTS =
      Set.of("Records", "records", "logEvents", "events", "Events", "Messages");

  /// With one of these as its first key, an object begins that stands for itself.
  static final Set<String> AT_BEGINNINGS =
      Set.of("eventVersion", "eventID", "eventTime", "eventName", "eventSource", "Records");

  /// Longer keys are none of these.
  static final int LONGEST = 20;

  private Names() {}
}
