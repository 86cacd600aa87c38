package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.ledger.ChangeSearch.Details;
import io.tarn.scheduler.ledger.ChangeVerdictRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change with what was said of it before, and with the changes that belong to it.
///
/// @param change the change as it stands
/// @param revisions all that was said of it, the oldest first
/// @param group all changes that belong together, itself included; 500 at most
public record ChangeDetailsResponse(
    ChangeResponse change, List<ChangeRevision> revisions, List<ChangeResponse> group) {
  public ChangeDetailsResponse {
    revisions = List.copyOf(revisions);
    group = List.copyOf(group);
  }

  /// What was said of a change at a time.
  ///
  /// @param revision its number
  /// @param verdict what was said
  /// @param reason what decided, in words
  /// @param review what a reviewer had decided
  /// @param reviewer who had decided that; absent where nobody had
  /// @param groupId the group that it was in
  /// @param decidedAt when it was said
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangeRevision(
      long revision,
      String verdict,
      String reason,
      String review,
      @Nullable String reviewer,
      String groupId,
      Instant decidedAt) {
    static ChangeRevision of(ChangeVerdictRecord record) {
      return new ChangeRevision(
          record.revision(),
          record.verdict(),
          record.reason(),
          record.review(),
          record.reviewer(),
          record.groupId(),
          record.decidedAt());
    }
  }

  static ChangeDetailsResponse of(Details details) {
    return new ChangeDetailsResponse(
        ChangeResponse.of(details.entry()),
        details.revisions().stream().map(ChangeRevision::of).toList(),
        details.group().stream().map(ChangeResponse::of).toList());
  }
}
