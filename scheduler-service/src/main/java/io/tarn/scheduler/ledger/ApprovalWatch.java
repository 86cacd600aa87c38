package io.tarn.scheduler.ledger;

import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.approval.ApprovalListener;
import io.tarn.scheduler.ledger.RejudgementRows.Meant;
import io.tarn.scheduler.ledger.verdict.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/// Has changes judged anew that an approval can concern. That is only noted in the transaction that
/// keeps the approval, and done by the next tick.
@ApplicationScoped
class ApprovalWatch implements ApprovalListener {
  private final RejudgementRows rejudgements;

  ApprovalWatch(RejudgementRows rejudgements) {
    this.rejudgements = rejudgements;
  }

  @Override
  public void received(Connection connection, ApprovalHistory history, Approval version)
      throws SQLException {
    var tenant = version.tenant();
    var covered = Verdicts.covered(history);
    rejudgements.add(connection, tenant, covered.start(), covered.end(), Meant.ALL);
    var near = Verdicts.near(history);
    rejudgements.add(connection, tenant, near.start(), near.end(), Meant.OPEN);
  }
}
