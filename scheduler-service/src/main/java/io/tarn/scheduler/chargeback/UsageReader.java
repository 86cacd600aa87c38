package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Unreadable;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.reading.ResultTruncatedException;
import io.tarn.scheduler.reading.TenantReader;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.schedule.ScheduledQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads what meters count from the tenant's events. A result that would be cut off is asked for in
/// halves.
@ApplicationScoped
class UsageReader {
  private static final int FIRST_KEY = 2;

  private final TenantReader reader;

  UsageReader(TenantReader reader) {
    this.reader = reader;
  }

  /// The usage of some days.
  ///
  /// @throws Unreadable if there is no telling
  List<Usage> usage(TenantId tenant, Meter meter, Days days) {
    var usage = new ArrayList<Usage>();
    read(
        tenant,
        meter,
        days,
        new MeterStatements(meter.definition()).daily(),
        row -> {
          usage.add(usageOf(meter, row));
        });
    return usage;
  }

  /// The quantity of all events of a month, counted by itself.
  ///
  /// @throws Unreadable if there is no telling
  BigDecimal recount(TenantId tenant, Meter meter, YearMonth month) {
    var sums = new ArrayList<BigDecimal>();
    var query = new MeterStatements(meter.definition()).recount();
    read(tenant, meter, Days.of(month), query, row -> sums.add(quantity(row.path(0))));
    return Sums.of(sums, sum -> sum);
  }

  private void read(
      TenantId tenant, Meter meter, Days days, ScheduledQuery query, RowVisitorOf visitor) {
    var key = "chargeback:" + meter.id() + ":" + days.from() + ":" + Ids.uuid();
    try {
      reader.read(tenant, ReadPurpose.CHARGEBACK, key, query, days.window(), new Rows(visitor));
    } catch (ResultTruncatedException _) {
      if (days.count() < 2) {
        throw new Unreadable(meter.id(), "a day has more rows than a result may have", false);
      }
      days.halves().forEach(half -> read(tenant, meter, half, query, visitor));
    } catch (RunFault fault) {
      throw new Unreadable(meter.id(), why(fault), fault instanceof Passing);
    } catch (DateTimeException | NumberFormatException _) {
      throw new Unreadable(meter.id(), "a row has no day, or no quantity that is a number", false);
    }
  }

  private static String why(RunFault fault) {
    var problem = fault.problem();
    return String.valueOf(problem.getOrDefault("detail", problem.get("title")));
  }

  private static Usage usageOf(Meter meter, JsonNode row) {
    int next = FIRST_KEY;
    var payer = new ArrayList<String>();
    for (var _ : meter.definition().columns().payers()) {
      payer.add(row.path(next++).asText());
    }
    var dimensions = new ArrayList<String>();
    for (var column : MeterStatements.dimensionColumns(meter.definition().columns())) {
      dimensions.add(column == null ? "" : row.path(next++).asText());
    }
    return new Usage(
        meter.id(),
        LocalDate.parse(row.path(0).asText()),
        payer,
        new Dimensions(
            dimensions.get(0),
            dimensions.get(1),
            dimensions.get(2),
            dimensions.get(3),
            dimensions.get(4)),
        quantity(row.path(1)));
  }

  /// The sum of nothing is NULL.
  private static BigDecimal quantity(JsonNode value) {
    if (value.isNull()) {
      return BigDecimal.ZERO;
    }
    var quantity = value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText());
    return quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros();
  }

  /// Sees rows.
  @FunctionalInterface
  private interface RowVisitorOf {
    void row(JsonNode row);
  }

  private record Rows(RowVisitorOf visitor) implements RowVisitor {
    @Override
    public void columns(List<String> names) {
      Objects.requireNonNull(names);
    }

    @Override
    public void row(JsonNode row) {
      visitor.row(row);
    }
  }
}
