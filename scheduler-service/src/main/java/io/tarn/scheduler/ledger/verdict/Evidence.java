package io.tarn.scheduler.ledger.verdict;

import io.tarn.scheduler.approval.ApprovalHistory;
import java.util.List;

/// What changes of a tenant are judged by. The order within the lists does not matter.
///
/// @param approvals those whose window is at most [Verdicts#NEARBY] away from the changes; more do
///     no harm
/// @param rules exclusions and automations
public record Evidence(List<ApprovalHistory> approvals, List<ChangeRule> rules) {
  public Evidence {
    approvals = List.copyOf(approvals);
    rules = List.copyOf(rules);
  }
}
