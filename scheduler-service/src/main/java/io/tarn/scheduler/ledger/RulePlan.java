package io.tarn.scheduler.ledger;

import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.ledger.verdict.ChangeRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An exclusion or automation as it is to be.
///
/// @param owner who answers for it; null for whoever asks
/// @param expiresAt null for never
/// @param isEverything whether it is meant to cover every change
public record RulePlan(
    ChangeRule.Kind kind,
    String name,
    ApprovalScope scope,
    String reason,
    @Nullable String owner,
    @Nullable Instant expiresAt,
    boolean isEverything) {}
