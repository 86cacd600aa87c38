package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.RejudgementRows.Meant;
import io.tarn.scheduler.ledger.RejudgementRows.Range;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.Origin;
import io.tarn.scheduler.ledger.verdict.Review;
import io.tarn.scheduler.ledger.verdict.Verdict;
import io.tarn.scheduler.ledger.verdict.VerdictKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of changes and their revisions, in transactions of the callers, who have locked the
/// tenant's ledger.
@ApplicationScoped
class EntryRows {
  private static final String SAVE =
      """
      insert into change_events (tenant_id, change_id, event_time, facts, group_id, account_id,
        service, who, origin, origin_reason, verdict, reason, approval_system, approval_id, rule_id,
        nearest_approval, nearest_reason, due_at, review, review_system, review_approval, reviewer,
        review_reason, reviewed_at, revision, decided_at)
      values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, change_id) do update set group_id = excluded.group_id,
        origin = excluded.origin, origin_reason = excluded.origin_reason,
        verdict = excluded.verdict, reason = excluded.reason,
        approval_system = excluded.approval_system, approval_id = excluded.approval_id,
        rule_id = excluded.rule_id, nearest_approval = excluded.nearest_approval,
        nearest_reason = excluded.nearest_reason, due_at = excluded.due_at,
        review = excluded.review, review_system = excluded.review_system,
        review_approval = excluded.review_approval, reviewer = excluded.reviewer,
        review_reason = excluded.review_reason, reviewed_at = excluded.reviewed_at,
        revision = excluded.revision, decided_at = excluded.decided_at""";
  private static final String REVISE =
      """
      insert into change_verdicts (tenant_id, change_id, revision, record, decided_at)
      values (?, ?, ?, ?::jsonb, ?)""";
  private static final String IN_RANGE =
      """
      select * from change_events
      where tenant_id = ? and event_time <= ? and (event_time, change_id) > (?, ?)
        and (? or verdict in ('pending', 'unapproved'))
      order by event_time, change_id limit ?""";
  private static final String DUE =
      "select * from change_events where tenant_id = ? and due_at <= ? order by due_at limit ?";

  private final ObjectMapper json;

  EntryRows(ObjectMapper json) {
    this.json = json;
  }

  /// Those of the ids that the ledger has.
  Set<String> known(Connection connection, TenantId tenant, Collection<String> ids)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select change_id from change_events where tenant_id = ? and change_id = any(?)")) {
      Values.bind(statement, tenant.value(), connection.createArrayOf("text", ids.toArray()));
      try (var found = statement.executeQuery()) {
        var known = new HashSet<String>();
        while (found.next()) {
          known.add(found.getString(1));
        }
        return known;
      }
    }
  }

  List<LedgerEntry> find(Connection connection, TenantId tenant, Collection<String> ids)
      throws SQLException {
    return many(
        connection,
        "select * from change_events where tenant_id = ? and change_id = any(?)",
        tenant.value(),
        connection.createArrayOf("text", ids.toArray()));
  }

  /// The changes of groups, the earliest first.
  List<LedgerEntry> ofGroups(
      Connection connection, TenantId tenant, Collection<String> groups, int most)
      throws SQLException {
    return many(
        connection,
        """
        select * from change_events where tenant_id = ? and group_id = any(?)
        order by event_time, change_id limit ?""",
        tenant.value(),
        connection.createArrayOf("text", groups.toArray()),
        most);
  }

  /// Changes of what is left of a range, the earliest first.
  List<LedgerEntry> inRange(Connection connection, TenantId tenant, Range range, int most)
      throws SQLException {
    return many(
        connection,
        IN_RANGE,
        tenant.value(),
        range.to(),
        range.from(),
        range.after(),
        range.meant() == Meant.ALL,
        most);
  }

  /// Pending changes whose waiting time is over.
  List<LedgerEntry> due(Connection connection, TenantId tenant, Instant now, int most)
      throws SQLException {
    return many(connection, DUE, tenant.value(), now, most);
  }

  /// All that was said of a change, the oldest first.
  List<ChangeVerdictRecord> revisions(Connection connection, TenantId tenant, String id)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select record from change_verdicts where tenant_id = ? and change_id = ?
            order by revision""")) {
      Values.bind(statement, tenant.value(), id);
      try (var found = statement.executeQuery()) {
        var revisions = new ArrayList<ChangeVerdictRecord>();
        while (found.next()) {
          revisions.add(
              Objects.requireNonNull(
                  Values.read(json, found, "record", ChangeVerdictRecord.class)));
        }
        return revisions;
      }
    }
  }

  /// Keeps revisions: the newest of each change, and all in its history.
  void save(Connection connection, TenantId tenant, List<LedgerEntry> entries) throws SQLException {
    try (var save = connection.prepareStatement(SAVE);
        var revise = connection.prepareStatement(REVISE)) {
      for (var entry : entries) {
        Values.bind(save, values(tenant, entry));
        save.addBatch();
        Values.bind(
            revise,
            tenant.value(),
            entry.event().changeId(),
            entry.revision(),
            Values.json(json, ChangeVerdictRecord.of(tenant, entry)),
            entry.decidedAt());
        revise.addBatch();
      }
      save.executeBatch();
      revise.executeBatch();
    }
  }

  private @Nullable Object[] values(TenantId tenant, LedgerEntry entry) {
    var event = entry.event();
    var verdict = entry.verdict();
    var review = entry.review();
    return new @Nullable Object[] {
      tenant.value(),
      event.changeId(),
      event.time(),
      Values.json(json, event),
      entry.groupId(),
      event.accountId(),
      event.service(),
      event.caller().who(),
      entry.origin().origin().wireName(),
      entry.origin().reason(),
      verdict.kind().wireName(),
      verdict.reason(),
      verdict.approvalSystem(),
      verdict.approvalId(),
      verdict.ruleId(),
      verdict.nearestApproval(),
      verdict.nearestReason(),
      verdict.dueAt(),
      review.state().wireName(),
      review.approvalSystem(),
      review.approvalId(),
      review.reviewer(),
      review.reason(),
      review.at(),
      entry.revision(),
      entry.decidedAt()
    };
  }

  List<LedgerEntry> many(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var entries = new ArrayList<LedgerEntry>();
        while (found.next()) {
          entries.add(entryOf(found));
        }
        return entries;
      }
    }
  }

  LedgerEntry entryOf(ResultSet row) throws SQLException {
    return new LedgerEntry(
        Objects.requireNonNull(Values.read(json, row, "facts", ChangeEvent.class)),
        row.getString("group_id"),
        new Origin.Finding(Origin.of(row.getString("origin")), row.getString("origin_reason")),
        new Verdict(
            VerdictKind.of(row.getString("verdict")),
            row.getString("reason"),
            row.getString("approval_system"),
            row.getString("approval_id"),
            row.getObject("rule_id", UUID.class),
            row.getString("nearest_approval"),
            row.getString("nearest_reason"),
            Values.instant(row, "due_at")),
        new Review(
            Review.State.of(row.getString("review")),
            row.getString("review_system"),
            row.getString("review_approval"),
            row.getString("reviewer"),
            row.getString("review_reason"),
            Values.instant(row, "reviewed_at")),
        row.getLong("revision"),
        Values.time(row, "decided_at"));
  }
}
