package io.tarn.scheduler.chargeback;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Changed;
import io.tarn.scheduler.chargeback.ChargebackException.Invalid;
import io.tarn.scheduler.chargeback.DocumentRows.Change;
import io.tarn.scheduler.data.Transactions;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps the allocation rules and the rate card of tenants. A change is seen in all open months.
@ApplicationScoped
public class RuleService {
  private final Transactions transactions;
  private final MeterRows meters;
  private final DocumentRows documents;
  private final Clock clock;

  RuleService(Transactions transactions, MeterRows meters, DocumentRows documents, Clock clock) {
    this.transactions = transactions;
    this.meters = meters;
    this.documents = documents;
    this.clock = clock;
  }

  public Versioned<List<AllocationRule>> rules(TenantId tenant) {
    return transactions.in(connection -> documents.rules(connection, tenant));
  }

  public Versioned<RateCard> rates(TenantId tenant) {
    return transactions.in(connection -> documents.rates(connection, tenant));
  }

  /// Puts a list of rules in the place of the one there is.
  ///
  /// @param base the version that it is based on
  /// @throws Invalid with the place of each fault
  public Versioned<List<AllocationRule>> keepRules(
      TenantId tenant, String by, int base, List<AllocationRule> rules) {
    refuse(AllocationRules.violations(rules));
    return transactions.in(
        connection -> {
          meters.lock(connection, tenant);
          checkBase(base, documents.rules(connection, tenant).version());
          var kept = new Versioned<>(List.copyOf(rules), base + 1);
          documents.keepRules(connection, tenant, kept, new Change(by, clock.instant()));
          return kept;
        });
  }

  /// Puts a rate card in the place of the one there is.
  ///
  /// @param base the version that it is based on
  /// @throws Invalid with the place of each fault
  public Versioned<RateCard> keepRates(TenantId tenant, String by, int base, RateCard card) {
    return transactions.in(
        connection -> {
          meters.lock(connection, tenant);
          var known =
              meters.list(connection, tenant).stream().map(Meter::id).collect(Collectors.toSet());
          refuse(RateRules.violations(card, known));
          checkBase(base, documents.rates(connection, tenant).version());
          var kept = new Versioned<>(card, base + 1);
          documents.keepRates(connection, tenant, kept, new Change(by, clock.instant()));
          return kept;
        });
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  private static void checkBase(int base, int newest) {
    if (base != newest) {
      throw new Changed(newest);
    }
  }
}
