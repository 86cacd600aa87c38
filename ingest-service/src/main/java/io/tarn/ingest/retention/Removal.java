package io.tarn.ingest.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record of events that left a store.
///
/// @param from event time of the first removed event
/// @param to event time of the last removed event
/// @param digest SHA-256 in hex over the events' times and ids, see [RemovedEvents]
/// @param removedBy the name of who asked for it
public record Removal(
    TenantId tenant,
    UUID id,
    UUID store,
    Kind kind,
    @Nullable UUID upload,
    Instant from,
    Instant to,
    long events,
    String digest,
    String reason,
    String removedBy,
    Instant removedAt) {

  /// Why events leave a store; there is no other reason.
  public enum Kind {
    RETENTION("retention"),
    PURGE("purge");

    private final String value;

    Kind(String value) {
      this.value = value;
    }

    /// The stable form in the ledger and in answers.
    @JsonValue
    public String value() {
      return value;
    }

    static Kind of(String value) {
      return value.equals(RETENTION.value) ? RETENTION : PURGE;
    }
  }
}
