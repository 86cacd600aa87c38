package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.approval.Retrospection;
import java.util.List;

/// An approval with all its versions.
///
/// @param current what the newest version says
/// @param versions all versions, the newest first
public record ApprovalHistoryResponse(ApprovalResponse current, List<ApprovalResponse> versions) {
  public ApprovalHistoryResponse {
    versions = List.copyOf(versions);
  }

  static ApprovalHistoryResponse of(ApprovalHistory history) {
    var isRetrospective = Retrospection.isRetrospective(history);
    return new ApprovalHistoryResponse(
        ApprovalResponse.of(history),
        history.versions().reversed().stream()
            .map(version -> ApprovalResponse.of(version, isRetrospective))
            .toList());
  }
}
