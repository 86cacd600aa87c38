package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.ApprovalKey;
import io.tarn.scheduler.ledger.ReviewService.Decision;
import io.tarn.scheduler.ledger.verdict.Review.State;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a reviewer decides of a change.
///
/// @param decision accept, violation, attach (an approval) or reopen (what was decided is taken
///     back)
/// @param reason in the reviewer's words; it stays with the change
/// @param approval the approval that is attached; absent for other decisions
/// @param group whether it is for all changes that belong together and wait for a reviewer; absent
///     is for this one only
public record ReviewRequest(
    @NotNull @Pattern(regexp = "accept|violation|attach|reopen") String decision,
    @NotBlank @Size(max = 2000) String reason,
    @Nullable @Valid ApprovalReference approval,
    @Nullable Boolean group) {

  Decision toDecision() {
    return new Decision(
        switch (decision) {
          case "accept" -> State.ACCEPTED;
          case "violation" -> State.VIOLATION;
          case "attach" -> State.ATTACHED;
          default -> State.NONE;
        },
        reason.strip(),
        approval == null ? null : new ApprovalKey(approval.system(), approval.id()),
        Boolean.TRUE.equals(group));
  }
}
