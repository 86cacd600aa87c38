package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.api.SaveApprovalRequest.ApprovalWindow;
import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.Retrospection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An approval as its newest version says.
///
/// @param system the system that it comes from
/// @param id its name there
/// @param version the newest version
/// @param state where it stands: requested, approved, rejected, cancelled or closed
/// @param title what people call it
/// @param requester who asked for it
/// @param approvers who approved or rejected it
/// @param window when changes may be made under it
/// @param scope which changes
/// @param emergency whether the work went ahead before its review
/// @param retrospective whether it was given late: the first version that allows changes became
///     true after its window had begun
/// @param changedAt since when the newest version is true, as its system says
/// @param receivedAt when Tarn learnt of the newest version
/// @param link where people read it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalResponse(
    String system,
    String id,
    long version,
    ApprovalState state,
    @Nullable String title,
    @Nullable String requester,
    List<String> approvers,
    ApprovalWindow window,
    ApprovalScopeDocument scope,
    boolean emergency,
    boolean retrospective,
    Instant changedAt,
    Instant receivedAt,
    @Nullable String link) {
  public ApprovalResponse {
    approvers = List.copyOf(approvers);
  }

  static ApprovalResponse of(ApprovalHistory history) {
    return of(history.latest(), Retrospection.isRetrospective(history));
  }

  static ApprovalResponse of(Approval version, boolean isRetrospective) {
    return new ApprovalResponse(
        version.system(),
        version.id(),
        version.version(),
        version.state(),
        version.title(),
        version.requester(),
        version.approvers(),
        new ApprovalWindow(version.windowStart(), version.windowEnd()),
        ApprovalScopeDocument.of(version.scope()),
        version.isEmergency(),
        isRetrospective,
        version.changedAt(),
        version.receivedAt(),
        version.link());
  }
}
