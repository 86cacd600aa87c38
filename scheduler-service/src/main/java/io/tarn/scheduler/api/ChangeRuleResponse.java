package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.ledger.RuleService.Known;
import io.tarn.scheduler.ledger.verdict.ChangeRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes that need no approval.
///
/// @param id the id of the rule
/// @param kind exclusion (they are of no interest) or automation (a pipeline or program makes them)
/// @param name what people call it
/// @param reason why these changes need no approval
/// @param scope which changes
/// @param owner who answers for it
/// @param expiresAt changes from then on are not covered; absent is never
/// @param lastMatchedAt the event time of the newest change over which it decided; absent if it
///     never did
/// @param coveredLately how many changes of the last 30 days it covers, 20,000 at most; only in the
///     answer to a change of the rule
/// @param version grows with each change of the rule
/// @param changedAt when it was changed last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeRuleResponse(
    UUID id,
    ChangeRule.Kind kind,
    String name,
    String reason,
    ApprovalScopeDocument scope,
    String owner,
    @Nullable Instant expiresAt,
    @Nullable Instant lastMatchedAt,
    @Nullable Integer coveredLately,
    int version,
    Instant changedAt) {

  static ChangeRuleResponse of(Known known) {
    var rule = known.rule();
    return new ChangeRuleResponse(
        rule.id(),
        rule.kind(),
        rule.name(),
        rule.reason(),
        ApprovalScopeDocument.of(rule.scope()),
        rule.owner(),
        rule.expiresAt(),
        known.lastMatch(),
        known.covered(),
        rule.version(),
        rule.changedAt());
  }
}
