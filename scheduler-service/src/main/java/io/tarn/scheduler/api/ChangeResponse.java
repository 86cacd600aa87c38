package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.ledger.LedgerEntry;
import io.tarn.scheduler.ledger.change.ChangedResource;
import io.tarn.scheduler.ledger.change.Origin;
import io.tarn.scheduler.ledger.verdict.Review;
import io.tarn.scheduler.ledger.verdict.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A write event with what is said of it.
///
/// @param id names the change for good
/// @param eventId the id in the event
/// @param eventTime when it was made
/// @param groupId the earliest change of those that belong together
/// @param accountId whose account it is about; absent where the event does not say
/// @param awsRegion where it was recorded; absent where the event does not say
/// @param eventSource the service: ec2.amazonaws.com
/// @param eventName what was called
/// @param who who made it, in a word for people
/// @param principalArn the ARN of the user or session; absent for services
/// @param sessionName the name of the session; absent without one
/// @param origin how it was made
/// @param originReason the field of the event that says so, in words
/// @param resources what was changed, as the event names it
/// @param verdict what is said of it
/// @param reason what decided, in words
/// @param approval the approval that decided; absent where none did
/// @param rule the exclusion or automation that decided; absent where none did
/// @param nearest the approval that nearly fits; absent where there is none
/// @param review what a reviewer decided: none, accepted, violation or attached
/// @param reviewer who decided that; absent where nobody has
/// @param reviewReason why; absent where nobody has
/// @param reviewedAt when; absent where nobody has
/// @param revision grows with each verdict, review and group
/// @param decidedAt when this revision was made
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeResponse(
    String id,
    String eventId,
    Instant eventTime,
    String groupId,
    @Nullable String accountId,
    @Nullable String awsRegion,
    String eventSource,
    String eventName,
    String who,
    @Nullable String principalArn,
    @Nullable String sessionName,
    Origin origin,
    String originReason,
    List<String> resources,
    VerdictKind verdict,
    String reason,
    @Nullable ApprovalReference approval,
    @Nullable UUID rule,
    @Nullable NearestApproval nearest,
    Review.State review,
    @Nullable String reviewer,
    @Nullable String reviewReason,
    @Nullable Instant reviewedAt,
    long revision,
    Instant decidedAt) {
  public ChangeResponse {
    resources = List.copyOf(resources);
  }

  /// An approval that nearly fits.
  ///
  /// @param approval its name
  /// @param reason what it lacks, in words
  public record NearestApproval(ApprovalReference approval, String reason) {}

  static ChangeResponse of(LedgerEntry entry) {
    var event = entry.event();
    var verdict = entry.verdict();
    var review = entry.review();
    return new ChangeResponse(
        event.changeId(),
        event.eventId(),
        event.time(),
        entry.groupId(),
        event.accountId(),
        event.awsRegion(),
        event.eventSource(),
        event.eventName(),
        event.caller().who(),
        event.caller().arn(),
        event.caller().sessionName(),
        entry.origin().origin(),
        entry.origin().reason(),
        event.resources().stream().map(ChangedResource::name).toList(),
        verdict.kind(),
        verdict.reason(),
        ApprovalReference.of(verdict.approvalSystem(), verdict.approvalId()),
        verdict.ruleId(),
        nearest(verdict.nearestApproval(), verdict.nearestReason()),
        review.state(),
        review.reviewer(),
        review.reason(),
        review.at(),
        entry.revision(),
        entry.decidedAt());
  }

  /// @param name `servicenow/CHG0031`
  private static @Nullable NearestApproval nearest(@Nullable String name, @Nullable String reason) {
    if (name == null || reason == null) {
      return null;
    }
    var parts = name.split("/", 2);
    return new NearestApproval(new ApprovalReference(parts[0], parts[1]), reason);
  }
}
