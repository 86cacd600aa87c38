package io.tarn.scheduler.ledger;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ScopeRules;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.LedgerException.Changed;
import io.tarn.scheduler.ledger.LedgerException.Invalid;
import io.tarn.scheduler.ledger.LedgerException.NotFound;
import io.tarn.scheduler.ledger.LedgerException.TooMany;
import io.tarn.scheduler.ledger.LedgerSettings.Versioned;
import io.tarn.scheduler.ledger.RejudgementRows.Meant;
import io.tarn.scheduler.ledger.RejudgementRows.Range;
import io.tarn.scheduler.ledger.verdict.ChangeRule;
import io.tarn.scheduler.schedule.ChannelCheck;
import io.tarn.scheduler.tenant.KnownTenant;
import io.tarn.scheduler.tenant.KnownTenants;
import io.tarn.service.gate.Actor;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps exclusions, automations and settings of ledgers. Each change has all changes of the tenant
/// judged anew.
@ApplicationScoped
public class RuleService {
  private static final int MOST = 500;
  private static final int MOST_COVERED = 20_000;
  private static final Duration LATELY = Duration.ofDays(30);

  private final Transactions transactions;
  private final RuleRows rules;
  private final SettingsRows settings;
  private final RejudgementRows rejudgements;
  private final EntryRows entries;
  private final KnownTenants tenants;
  private final ChannelCheck channels;
  private final Clock clock;

  RuleService(
      Transactions transactions,
      RuleRows rules,
      SettingsRows settings,
      RejudgementRows rejudgements,
      EntryRows entries,
      KnownTenants tenants,
      ChannelCheck channels,
      Clock clock) {
    this.transactions = transactions;
    this.rules = rules;
    this.settings = settings;
    this.rejudgements = rejudgements;
    this.entries = entries;
    this.tenants = tenants;
    this.channels = channels;
    this.clock = clock;
  }

  /// A rule, and when it decided last.
  ///
  /// @param lastMatch the event time of the newest change over which it decided; null if it never
  ///     did
  /// @param covered how many changes of the last 30 days it covers; null where that was not counted
  public record Known(ChangeRule rule, @Nullable Instant lastMatch, @Nullable Integer covered) {}

  /// All rules of the tenant by their names.
  public List<Known> list(TenantId tenant) {
    return transactions.in(
        connection -> {
          var last = rules.lastMatches(connection, tenant);
          return rules.list(connection, tenant).stream()
              .map(rule -> new Known(rule, last.get(rule.id()), null))
              .toList();
        });
  }

  /// @throws LedgerException.NotFound if the tenant has no such rule
  public Known find(TenantId tenant, UUID id) {
    return list(tenant).stream()
        .filter(known -> known.rule().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// @throws LedgerException if it cannot be kept
  public Known create(TenantId tenant, RulePlan plan, Actor actor) {
    var now = now();
    var rule = ruleOf(Ids.uuid(), 1, plan, actor, now);
    return transactions.in(
        connection -> {
          check(connection, tenant, plan, now);
          if (rules.list(connection, tenant).size() >= MOST) {
            throw new TooMany(MOST);
          }
          return save(connection, tenant, rule);
        });
  }

  /// @param base the version that the change is based on
  /// @throws LedgerException if it cannot be kept
  public Known change(TenantId tenant, UUID id, int base, RulePlan plan, Actor actor) {
    var now = now();
    return transactions.in(
        connection -> {
          require(connection, tenant, id, base);
          check(connection, tenant, plan, now);
          return save(connection, tenant, ruleOf(id, base + 1, plan, actor, now));
        });
  }

  /// @param base the version that is meant
  public void delete(TenantId tenant, UUID id, int base) {
    transactions.run(
        connection -> {
          require(connection, tenant, id, base);
          rules.delete(connection, tenant, id);
          judgeAll(connection, tenant);
        });
  }

  private Known save(Connection connection, TenantId tenant, ChangeRule rule) throws SQLException {
    rules.save(connection, tenant, rule);
    judgeAll(connection, tenant);
    return new Known(rule, null, covered(connection, tenant, rule));
  }

  private int covered(Connection connection, TenantId tenant, ChangeRule rule) throws SQLException {
    var from = rule.changedAt().minus(LATELY);
    var range = new Range(rule.id(), from, RejudgementRows.LAST, Meant.ALL, "");
    return (int)
        entries.inRange(connection, tenant, range, MOST_COVERED).stream()
            .filter(entry -> rule.covers(entry.event()))
            .count();
  }

  private void judgeAll(Connection connection, TenantId tenant) throws SQLException {
    rejudgements.add(connection, tenant, RejudgementRows.FIRST, RejudgementRows.LAST, Meant.ALL);
  }

  private void require(Connection connection, TenantId tenant, UUID id, int base)
      throws SQLException {
    var newest =
        rules.list(connection, tenant).stream()
            .filter(rule -> rule.id().equals(id))
            .mapToInt(ChangeRule::version)
            .findFirst()
            .orElseThrow(NotFound::new);
    if (newest != base) {
      throw new Changed(newest);
    }
  }

  private void check(Connection connection, TenantId tenant, RulePlan plan, Instant now)
      throws SQLException {
    var accounts = tenants.find(connection, tenant).map(KnownTenant::accounts).orElse(Set.of());
    var violations =
        new ArrayList<Violation>(ScopeRules.violations("scope", plan.scope(), accounts));
    if (ChangeRule.coversEverything(plan.scope()) && !plan.isEverything()) {
      violations.add(
          new Violation("scope", "covers every change; say confirmation \"everything\" if meant"));
    }
    if (plan.expiresAt() != null && !plan.expiresAt().isAfter(now)) {
      violations.add(new Violation("expiresAt", "is over"));
    }
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  private static ChangeRule ruleOf(UUID id, int version, RulePlan plan, Actor actor, Instant now) {
    return new ChangeRule(
        id,
        plan.kind(),
        plan.name(),
        plan.scope(),
        plan.reason(),
        plan.owner() == null ? actor.name() : plan.owner(),
        plan.expiresAt(),
        version,
        now);
  }

  /// The settings. Channels that were deleted are named no more.
  public Versioned settings(TenantId tenant) {
    var found = transactions.in(connection -> settings.find(connection, tenant));
    var known = channels.known(tenant, Set.copyOf(found.settings().channels()));
    return new Versioned(found.settings().telling(known), found.version());
  }

  /// @param base the version that the change is based on
  /// @throws LedgerException if they cannot be kept
  public Versioned change(TenantId tenant, int base, LedgerSettings changed) {
    var known = channels.known(tenant, Set.copyOf(changed.channels()));
    var violations = SettingsRules.violations(changed, known);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
    return transactions.in(
        connection -> {
          var newest = settings.find(connection, tenant).version();
          if (newest != base) {
            throw new Changed(newest);
          }
          var saved = new Versioned(changed, base + 1);
          settings.save(connection, tenant, saved, now());
          judgeAll(connection, tenant);
          return saved;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
