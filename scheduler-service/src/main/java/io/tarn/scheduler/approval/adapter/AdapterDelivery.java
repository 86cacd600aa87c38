package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a delivery.
///
/// @param reason why it was ignored or rejected; null where it was accepted
/// @param system of the approval that it told; null where it told none
public record AdapterDelivery(
    TenantId tenant,
    UUID id,
    UUID adapter,
    Outcome outcome,
    @Nullable String reason,
    @Nullable String system,
    @Nullable String approval,
    @Nullable Long version,
    Instant receivedAt) {

  /// How a delivery ends.
  public enum Outcome {
    @JsonProperty("accepted")
    ACCEPTED("accepted"),
    /// It was signed, and tells nothing of approvals.
    @JsonProperty("ignored")
    IGNORED("ignored"),
    @JsonProperty("rejected")
    REJECTED("rejected");

    private final String wireName;

    Outcome(String wireName) {
      this.wireName = wireName;
    }

    /// The name in answers and the database.
    public String wireName() {
      return wireName;
    }

    static Outcome of(String wireName) {
      for (var known : values()) {
        if (known.wireName.equals(wireName)) {
          return known;
        }
      }
      throw new IllegalArgumentException("no outcome");
    }
  }
}
