package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of an approval.
///
/// @param version grows with each change of the approval in its system
/// @param state where it stands: requested, approved, rejected, cancelled or closed (the work is
///     done, and was approved)
/// @param title what people call it
/// @param requester who asked for it
/// @param approvers who approved or rejected it
/// @param window when changes may be made under it
/// @param scope which changes
/// @param emergency whether the work went ahead before its review; absent means no
/// @param changedAt since when this version is true; absent means since now; no more than 5 minutes
///     in the future
/// @param link where people read it
/// @param confirmation everything, where the scope is meant to fit every change; otherwise such a
///     scope is refused
public record SaveApprovalRequest(
    @NotNull @Min(1) Long version,
    @NotNull @Pattern(regexp = "requested|approved|rejected|cancelled|closed") String state,
    @Nullable @Size(max = 500) String title,
    @Nullable @Size(max = 500) String requester,
    @Nullable @Size(max = 100) List<@NotNull @Size(max = 500) String> approvers,
    @NotNull @Valid ApprovalWindow window,
    @NotNull @Valid ApprovalScopeDocument scope,
    @Nullable Boolean emergency,
    @Nullable Instant changedAt,
    @Nullable @Size(max = 2000) String link,
    @Nullable @Pattern(regexp = "everything") String confirmation) {

  /// When changes may be made under an approval.
  ///
  /// @param start from when (inclusive)
  /// @param end until when (exclusive)
  public record ApprovalWindow(@NotNull Instant start, @NotNull Instant end) {}

  ApprovalDraft draft(String system, String id) {
    return new ApprovalDraft(
        system,
        id,
        version,
        ApprovalState.of(state).orElseThrow(),
        title,
        requester,
        approvers == null ? List.of() : approvers,
        window.start(),
        window.end(),
        scope.scope(),
        ApprovalDraft.isConfirmation(confirmation),
        Boolean.TRUE.equals(emergency),
        changedAt,
        link);
  }
}
