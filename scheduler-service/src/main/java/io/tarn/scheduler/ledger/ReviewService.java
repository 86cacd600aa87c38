package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalException;
import io.tarn.scheduler.approval.ApprovalKey;
import io.tarn.scheduler.approval.ApprovalService;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.LedgerException.Invalid;
import io.tarn.scheduler.ledger.LedgerException.NotFound;
import io.tarn.scheduler.ledger.verdict.Review;
import io.tarn.scheduler.ledger.verdict.Review.State;
import io.tarn.service.gate.Actor;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what reviewers decide.
@ApplicationScoped
public class ReviewService {
  private static final int MOST_OF_A_GROUP = 100_000;

  private final Transactions transactions;
  private final ProgressRows progress;
  private final EntryRows entries;
  private final LedgerBook book;
  private final ApprovalService approvals;
  private final Clock clock;

  ReviewService(
      Transactions transactions,
      ProgressRows progress,
      EntryRows entries,
      LedgerBook book,
      ApprovalService approvals,
      Clock clock) {
    this.transactions = transactions;
    this.progress = progress;
    this.entries = entries;
    this.book = book;
    this.approvals = approvals;
    this.clock = clock;
  }

  /// What a reviewer decides of a change.
  ///
  /// @param state none takes back what was decided
  /// @param approval what is attached; null unless that is what is decided
  /// @param isForGroup whether it is for all changes that belong together and wait, or for those
  ///     that are decided already, where it takes that back
  public record Decision(
      State state, String reason, @Nullable ApprovalKey approval, boolean isForGroup) {}

  /// Keeps a decision.
  ///
  /// @return the changes that it is for, as they stand
  /// @throws LedgerException.NotFound if the tenant has no such change
  /// @throws LedgerException.Invalid if the approval that is attached does not exist
  public List<LedgerEntry> decide(TenantId tenant, String id, Decision decision, Actor reviewer) {
    checkApproval(tenant, decision);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var review = reviewOf(decision, reviewer, now);
    return transactions.in(
        connection -> {
          progress.lock(connection, tenant);
          var changed =
              meant(connection, tenant, id, decision).stream()
                  .map(entry -> entry.with(review))
                  .toList();
          return book.judge(connection, tenant, changed, now);
        });
  }

  private static Review reviewOf(Decision decision, Actor reviewer, Instant now) {
    var approval = decision.approval();
    return decision.state() == State.NONE
        ? new Review(State.NONE, null, null, reviewer.name(), decision.reason(), now)
        : new Review(
            decision.state(),
            approval == null ? null : approval.system(),
            approval == null ? null : approval.id(),
            reviewer.name(),
            decision.reason(),
            now);
  }

  private void checkApproval(TenantId tenant, Decision decision) {
    var approval = decision.approval();
    if ((decision.state() == State.ATTACHED) != (approval != null)) {
      throw new Invalid(
          List.of(new Violation("approval", "is what is attached, and nothing else has one")));
    }
    if (approval != null) {
      try {
        var _ = approvals.find(tenant, approval);
      } catch (ApprovalException.NotFound _) {
        throw new Invalid(List.of(new Violation("approval", "does not exist")));
      }
    }
  }

  private List<LedgerEntry> meant(
      Connection connection, TenantId tenant, String id, Decision decision) throws SQLException {
    var entry =
        entries.find(connection, tenant, Set.of(id)).stream()
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!decision.isForGroup()) {
      return List.of(entry);
    }
    return entries.ofGroups(connection, tenant, Set.of(entry.groupId()), MOST_OF_A_GROUP).stream()
        .filter(
            other ->
                other.event().changeId().equals(id)
                    || (decision.state() == State.NONE
                        ? other.review().state() != State.NONE
                        : other.verdict().kind().isForReview()))
        .toList();
  }
}
