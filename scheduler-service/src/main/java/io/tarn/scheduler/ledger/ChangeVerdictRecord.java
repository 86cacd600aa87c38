package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.ledger.change.ChangedResource;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A revision of a verdict, as `tarn.change-verdicts.v1` tells it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeVerdictRecord(
    String tenant,
    String changeId,
    String eventId,
    Instant eventTime,
    @Nullable String eventDataStore,
    String groupId,
    @Nullable String accountId,
    @Nullable String awsRegion,
    String eventSource,
    String eventName,
    @Nullable String principalArn,
    @Nullable String principalType,
    String who,
    @Nullable String sessionName,
    String origin,
    String originReason,
    @Nullable String resources,
    String verdict,
    String reason,
    @Nullable String approvalSystem,
    @Nullable String approvalId,
    @Nullable String ruleId,
    @Nullable String nearestApproval,
    @Nullable String nearestReason,
    String review,
    @Nullable String reviewer,
    @Nullable Instant reviewedAt,
    long revision,
    Instant decidedAt) {

  static ChangeVerdictRecord of(TenantId tenant, LedgerEntry entry) {
    var event = entry.event();
    var caller = event.caller();
    var verdict = entry.verdict();
    var rule = verdict.ruleId();
    return new ChangeVerdictRecord(
        tenant.value(),
        event.changeId(),
        event.eventId(),
        event.time(),
        event.eventDataStore(),
        entry.groupId(),
        event.accountId(),
        event.awsRegion(),
        event.eventSource(),
        event.eventName(),
        caller.arn(),
        caller.type(),
        caller.who(),
        caller.sessionName(),
        entry.origin().origin().wireName(),
        entry.origin().reason(),
        resources(entry),
        verdict.kind().wireName(),
        verdict.reason(),
        verdict.approvalSystem(),
        verdict.approvalId(),
        rule == null ? null : rule.toString(),
        verdict.nearestApproval(),
        verdict.nearestReason(),
        entry.review().state().wireName(),
        entry.review().reviewer(),
        entry.review().at(),
        entry.revision(),
        entry.decidedAt());
  }

  private static @Nullable String resources(LedgerEntry entry) {
    var names =
        entry.event().resources().stream()
            .map(ChangedResource::name)
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? null : names;
  }
}
