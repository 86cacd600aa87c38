package io.tarn.scheduler.api;

import io.tarn.scheduler.ledger.RulePlan;
import io.tarn.scheduler.ledger.verdict.ChangeRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes that need no approval, as they are to be named.
///
/// @param kind exclusion (they are of no interest) or automation (a pipeline or program makes them)
/// @param name what people call it; no other rule of the tenant has the name
/// @param reason why these changes need no approval
/// @param scope which changes
/// @param owner who answers for it; absent is whoever asks
/// @param expiresAt changes from then on are not covered; absent is never
/// @param confirmation everything, where the scope is meant to cover every change; otherwise such a
///     scope is refused
public record SaveChangeRuleRequest(
    @NotNull @Pattern(regexp = "exclusion|automation") String kind,
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 2000) String reason,
    @NotNull @Valid ApprovalScopeDocument scope,
    @Nullable @Size(max = 200) String owner,
    @Nullable Instant expiresAt,
    @Nullable @Pattern(regexp = "everything") String confirmation) {

  RulePlan plan() {
    return new RulePlan(
        ChangeRule.Kind.of(kind),
        name.strip(),
        scope.scope(),
        reason.strip(),
        owner,
        expiresAt,
        confirmation != null);
  }
}
