package io.tarn.scheduler.chargeback;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Difference;
import io.tarn.scheduler.chargeback.ChargebackException.Differs;
import io.tarn.scheduler.chargeback.ChargebackException.Invalid;
import io.tarn.scheduler.chargeback.ChargebackException.MonthClosed;
import io.tarn.scheduler.chargeback.ChargebackException.MonthNotEnded;
import io.tarn.scheduler.chargeback.ChargebackException.MonthOpen;
import io.tarn.scheduler.chargeback.ChargebackException.NotFound;
import io.tarn.scheduler.chargeback.UsageRows.Reading;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statements of tenants: live while a month is open, frozen when it is closed.
@ApplicationScoped
public class StatementService {
  private final Transactions transactions;
  private final ChargebackRows rows;
  private final UsageReader reader;
  private final UsageCollector collector;
  private final Clock clock;

  StatementService(
      Transactions transactions,
      ChargebackRows rows,
      UsageReader reader,
      UsageCollector collector,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.reader = reader;
    this.collector = collector;
    this.clock = clock;
  }

  /// A month that has a statement.
  ///
  /// @param closedAt null while it is open
  /// @param statement of a closed month; null while it is open
  public record Month(YearMonth month, @Nullable Instant closedAt, @Nullable Statement statement) {}

  /// The months of a tenant, the newest first. The one that goes on is always there.
  public List<Month> months(TenantId tenant) {
    return transactions.in(
        connection -> {
          var all = new HashSet<>(rows.usage().months(connection, tenant));
          all.add(current());
          var months = new ArrayList<Month>();
          for (var month : all) {
            var closed = rows.statements().find(connection, tenant, month);
            months.add(
                new Month(
                    month,
                    closed.map(ClosedMonth::at).orElse(null),
                    closed.map(ClosedMonth::statement).orElse(null)));
          }
          months.sort(Comparator.comparing(Month::month).reversed());
          return months;
        });
  }

  /// The statement of a month.
  ///
  /// @throws NotFound if the month has not begun
  public MonthStatement find(TenantId tenant, YearMonth month) {
    refuseFuture(month);
    return transactions.in(connection -> find(connection, tenant, month));
  }

  private MonthStatement find(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    var closed = rows.statements().find(connection, tenant, month);
    if (closed.isPresent()) {
      var frozen = closed.get();
      return new MonthStatement(
          frozen.statement(),
          frozen.basis(),
          frozen.at(),
          List.of(),
          rows.statements().credits(connection, tenant, month),
          frozen.by(),
          frozen.at());
    }
    var basis = basis(connection, tenant);
    var readings = rows.usage().readings(connection, tenant, month);
    return new MonthStatement(
        live(connection, tenant, month, basis),
        basis,
        readAt(basis, readings),
        readings.stream().map(Reading::problem).filter(Objects::nonNull).toList(),
        List.of(),
        null,
        null);
  }

  private Basis basis(Connection connection, TenantId tenant) throws SQLException {
    var meters = rows.meters().list(connection, tenant).stream().filter(Meter::isEnabled).toList();
    return new Basis(
        meters,
        rows.documents().rules(connection, tenant).value(),
        rows.documents().rates(connection, tenant).value());
  }

  private Statement live(Connection connection, TenantId tenant, YearMonth month, Basis basis)
      throws SQLException {
    return new StatementCalculator(new Allocation(basis.rules()), basis.card())
        .of(month, usage(connection, tenant, month, basis));
  }

  private List<Usage> usage(Connection connection, TenantId tenant, YearMonth month, Basis basis)
      throws SQLException {
    var ids = basis.meters().stream().map(Meter::id).collect(Collectors.toSet());
    return rows.usage().list(connection, tenant, month).stream()
        .filter(one -> ids.contains(one.meter()))
        .toList();
  }

  private static @Nullable Instant readAt(Basis basis, List<Reading> readings) {
    var times =
        readings.stream()
            .filter(one -> one.at() != null)
            .collect(Collectors.toMap(Reading::meter, one -> Objects.requireNonNull(one.at())));
    return basis.meters().stream().allMatch(meter -> times.containsKey(meter.id()))
        ? basis.meters().stream()
            .map(meter -> times.get(meter.id()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null)
        : null;
  }

  /// Reads the usage of an open month again, as a whole.
  ///
  /// @throws MonthClosed if the month is closed
  /// @throws ChargebackException.Unreadable if a meter cannot be read
  public MonthStatement recount(TenantId tenant, YearMonth month) {
    var open = find(tenant, month);
    if (open.closedAt() != null) {
      throw new MonthClosed();
    }
    for (var meter : open.basis().meters()) {
      collector.collect(tenant, meter, month, Days.of(month));
    }
    return find(tenant, month);
  }

  /// Closes a month that has ended: reads it as a whole, counts it a second time, and freezes the
  /// statement if both are the same.
  ///
  /// @throws Differs if they are not, which is where events came in meanwhile
  public MonthStatement close(TenantId tenant, YearMonth month, String by) {
    refuseFuture(month);
    if (!month.isBefore(current())) {
      throw new MonthNotEnded();
    }
    var counted = recount(tenant, month);
    var recounts = new ArrayList<Difference>();
    for (var meter : counted.basis().meters()) {
      var recount = reader.recount(tenant, meter, month);
      recounts.add(new Difference(meter.id(), BigDecimal.ZERO, recount));
    }
    return transactions.in(
        connection -> {
          rows.meters().lock(connection, tenant);
          var now = find(connection, tenant, month);
          if (now.closedAt() != null) {
            throw new MonthClosed();
          }
          refuseDifferences(now, recounts);
          var closed =
              new ClosedMonth(
                  now.statement(), now.basis(), by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
          rows.statements().insert(connection, tenant, closed);
          return find(connection, tenant, month);
        });
  }

  /// @param recounts what was counted the second time, for each meter
  private static void refuseDifferences(MonthStatement statement, List<Difference> recounts) {
    var quantities = Statement.quantities(statement.statement());
    var compared =
        recounts.stream()
            .map(
                one ->
                    new Difference(
                        one.meter(),
                        quantities.getOrDefault(one.meter(), BigDecimal.ZERO),
                        one.recount()))
            .toList();
    var known = compared.stream().map(Difference::meter).collect(Collectors.toSet());
    var found =
        new ArrayList<>(
            compared.stream().filter(one -> one.lines().compareTo(one.recount()) != 0).toList());
    // A meter that was switched on meanwhile was not counted.
    quantities.forEach(
        (meter, quantity) -> {
          if (!known.contains(meter)) {
            found.add(new Difference(meter, quantity, BigDecimal.ZERO));
          }
        });
    if (!found.isEmpty()) {
      throw new Differs(found);
    }
  }

  /// What a cost centre is to be given back, and why.
  public record CreditPlan(String costCentre, BigDecimal amount, String reason) {}

  /// Gives a cost centre something back of a closed month. Lines never change.
  ///
  /// @throws Invalid if it is more than is left of what the cost centre paid
  public Credit credit(TenantId tenant, YearMonth month, CreditPlan plan, String by) {
    refuseFuture(month);
    return transactions.in(
        connection -> {
          rows.meters().lock(connection, tenant);
          var now = find(connection, tenant, month);
          if (now.closedAt() == null) {
            throw new MonthOpen();
          }
          var credit =
              new Credit(
                  Ids.uuid(),
                  plan.costCentre(),
                  plan.amount(),
                  plan.reason(),
                  by,
                  clock.instant().truncatedTo(ChronoUnit.MILLIS));
          checkCredit(now, credit);
          rows.statements().insert(connection, tenant, month, credit);
          return credit;
        });
  }

  private static void checkCredit(MonthStatement now, Credit credit) {
    var digits = StatementCalculator.digits(now.statement().currency());
    if (credit.amount().signum() <= 0) {
      throw new Invalid("amount", "must be more than 0");
    }
    if (credit.amount().stripTrailingZeros().scale() > digits) {
      throw new Invalid("amount", "must have at most " + digits + " digits behind the point");
    }
    var amount = Statement.amounts(now.statement()).get(credit.costCentre());
    if (amount == null) {
      throw new Invalid("costCentre", "has no line in this month");
    }
    var given =
        Sums.of(
            now.credits().stream()
                .filter(one -> one.costCentre().equals(credit.costCentre()))
                .toList(),
            Credit::amount);
    var left = amount.subtract(given);
    if (credit.amount().compareTo(left) > 0) {
      throw new Invalid("amount", "must not be more than is left, which is " + left);
    }
  }

  /// What other rules would do to an open month.
  ///
  /// @throws Invalid with the place of each fault of the rules
  public RulePreview preview(TenantId tenant, YearMonth month, List<AllocationRule> rules) {
    refuseFuture(month);
    var violations = AllocationRules.violations(rules);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
    return transactions.in(
        connection -> {
          var now = find(connection, tenant, month);
          if (now.closedAt() != null) {
            throw new MonthClosed();
          }
          var usage = usage(connection, tenant, month, now.basis());
          return RulePreview.of(now.statement(), usage, rules, now.basis().card());
        });
  }

  /// The line of a month with this id.
  ///
  /// @throws NotFound if there is none
  public LineBasis line(TenantId tenant, YearMonth month, String id) {
    var statement = find(tenant, month);
    var line =
        statement.statement().lines().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    return LineBasis.of(month, line, statement.basis());
  }

  /// The month that goes on.
  public YearMonth current() {
    return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
  }

  private void refuseFuture(YearMonth month) {
    if (month.isAfter(current())) {
      throw new NotFound();
    }
  }
}
