package io.tarn.ingest.record;

import com.fasterxml.jackson.annotation.JsonValue;

/// Why something that was sent is not stored as an event.
public enum RejectionReason {
  NOT_JSON("not-json"),
  NO_EVENT_ID("no-event-id"),
  NO_READABLE_EVENT_TIME("no-readable-event-time"),
  EVENT_TIME_TOO_EARLY("event-time-too-early"),
  EVENT_TIME_TOO_LATE("event-time-too-late"),
  OLDER_THAN_RETENTION("older-than-retention"),
  TOO_LARGE("too-large"),
  ACCOUNT_NOT_ADMITTED("account-not-admitted"),
  BROKEN_FRAME("broken-frame"),
  BROKEN_ARCHIVE("broken-archive"),
  EXPANDS_TOO_MUCH("expands-too-much"),
  UNKNOWN_FORM("unknown-form"),
  CONNECTION_CUT("connection-cut"),
  /// Digest files are stored separately; a record of one cannot be replayed.
  DIGEST_FILE("digest-file"),
  NO_STORE_OF_ITS_KIND("no-store-of-its-kind"),
  OTHER_CATEGORY("other-category"),
  UNKNOWN_STORE("unknown-store"),
  NOT_STORABLE("not-storable");

  private final String value;

  RejectionReason(String value) {
    this.value = value;
  }

  /// The stable form in answers, headers and ledgers.
  @JsonValue
  public String value() {
    return value;
  }
}
