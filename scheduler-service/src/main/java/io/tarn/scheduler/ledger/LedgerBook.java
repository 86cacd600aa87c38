package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.Approvals;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.OriginRules;
import io.tarn.scheduler.ledger.verdict.Evidence;
import io.tarn.scheduler.ledger.verdict.JudgingSettings;
import io.tarn.scheduler.ledger.verdict.Review;
import io.tarn.scheduler.ledger.verdict.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// Writes ledgers: judges changes, keeps each revision, publishes it and tells channels of news, in
/// transactions of the
/// callers, who have locked the tenant's ledger. What says the same as before is no revision.
@ApplicationScoped
class LedgerBook {
  private static final int MOST_OF_A_GROUP = 100_000;

  private final EntryRows entries;
  private final LinkRows links;
  private final Groups groups;
  private final Judges judges;
  private final VerdictPublisher publisher;
  private final Alerting alerting;

  LedgerBook(
      EntryRows entries,
      LinkRows links,
      Groups groups,
      Judges judges,
      VerdictPublisher publisher,
      Alerting alerting) {
    this.entries = entries;
    this.links = links;
    this.groups = groups;
    this.judges = judges;
    this.publisher = publisher;
    this.alerting = alerting;
  }

  /// By what changes are judged.
  @ApplicationScoped
  static class Judges {
    private final SettingsRows settings;
    private final RuleRows rules;
    private final Approvals approvals;

    Judges(SettingsRows settings, RuleRows rules, Approvals approvals) {
      this.settings = settings;
      this.rules = rules;
      this.approvals = approvals;
    }

    LedgerSettings settings(Connection connection, TenantId tenant) throws SQLException {
      return settings.find(connection, tenant).settings();
    }

    Evidence evidence(Connection connection, TenantId tenant, Collection<Instant> times)
        throws SQLException {
      var reach = Verdicts.NEARBY.plus(JudgingSettings.LONGEST_SKEW);
      var first = times.stream().min(Comparator.naturalOrder()).orElseThrow();
      var last = times.stream().max(Comparator.naturalOrder()).orElseThrow();
      var around = approvals.around(connection, tenant, first.minus(reach), last.plus(reach));
      return new Evidence(around, rules.list(connection, tenant));
    }
  }

  /// Adds events that are changes and that the ledger has not.
  void add(Connection connection, TenantId tenant, Collection<ChangeEvent> events, Instant now)
      throws SQLException {
    var byId = new LinkedHashMap<String, ChangeEvent>();
    events.forEach(event -> byId.putIfAbsent(event.changeId(), event));
    byId.keySet().removeAll(entries.known(connection, tenant, byId.keySet()));
    if (byId.isEmpty()) {
      return;
    }
    var settings = judges.settings(connection, tenant);
    var placement = groups.place(connection, tenant, byId.values(), settings.groupGap());
    rename(connection, tenant, placement, now);
    var evidence =
        judges.evidence(connection, tenant, byId.values().stream().map(ChangeEvent::time).toList());
    var made = new ArrayList<LedgerEntry>();
    for (var event : byId.values()) {
      var group = Objects.requireNonNull(placement.ofNew().get(event.changeId()));
      made.add(entry(event, group, Review.NONE, settings, evidence, 1, now));
    }
    keep(connection, tenant, made);
    links.add(connection, tenant, byId.values());
    alerting.look(connection, tenant, settings, made, now);
  }

  private void rename(
      Connection connection, TenantId tenant, Groups.Placement placement, Instant now)
      throws SQLException {
    if (placement.renamed().isEmpty()) {
      return;
    }
    var moved = new ArrayList<LedgerEntry>();
    var old = placement.renamed().keySet();
    for (var entry : entries.ofGroups(connection, tenant, old, MOST_OF_A_GROUP)) {
      var other = entry.in(Objects.requireNonNull(placement.renamed().get(entry.groupId())));
      moved.add(
          new LedgerEntry(
              other.event(),
              other.groupId(),
              other.origin(),
              other.verdict(),
              other.review(),
              other.revision() + 1,
              millis(now)));
    }
    keep(connection, tenant, moved);
    alerting.rename(connection, tenant, placement.renamed());
  }

  /// Judges changes anew; those of which something else is said have a revision more.
  ///
  /// @param changes the changes as the ledger has them, or with another review
  /// @return the changes as they stand
  List<LedgerEntry> judge(
      Connection connection, TenantId tenant, List<LedgerEntry> changes, Instant now)
      throws SQLException {
    if (changes.isEmpty()) {
      return List.of();
    }
    var settings = judges.settings(connection, tenant);
    var times = changes.stream().map(change -> change.event().time()).toList();
    var evidence = judges.evidence(connection, tenant, times);
    var ids = changes.stream().map(change -> change.event().changeId()).toList();
    var before = new LinkedHashMap<String, LedgerEntry>();
    entries
        .find(connection, tenant, ids)
        .forEach(entry -> before.put(entry.event().changeId(), entry));
    var all = new ArrayList<LedgerEntry>();
    var revised = new ArrayList<LedgerEntry>();
    for (var change : changes) {
      var known = before.get(change.event().changeId());
      var revision = change.revision() + 1;
      var judged =
          entry(
              change.event(), change.groupId(), change.review(), settings, evidence, revision, now);
      var isRevised = known == null || !judged.saysTheSame(known);
      all.add(isRevised ? judged : change);
      if (isRevised) {
        revised.add(judged);
      }
    }
    keep(connection, tenant, revised);
    alerting.look(connection, tenant, settings, revised, now);
    return all;
  }

  private static LedgerEntry entry(
      ChangeEvent event,
      String group,
      Review review,
      LedgerSettings settings,
      Evidence evidence,
      long revision,
      Instant now) {
    return new LedgerEntry(
        event,
        group,
        OriginRules.find(event, settings.breakGlass()),
        Verdicts.judge(event, evidence, review, settings.judging(), now),
        review,
        revision,
        millis(now));
  }

  private static Instant millis(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  private void keep(Connection connection, TenantId tenant, List<LedgerEntry> revised)
      throws SQLException {
    if (revised.isEmpty()) {
      return;
    }
    entries.save(connection, tenant, revised);
    for (var entry : revised) {
      publisher.publish(connection, tenant, ChangeVerdictRecord.of(tenant, entry));
    }
  }
}
