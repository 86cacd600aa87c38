package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.chargeback.LineEvents.Asked;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A line with what selects the events behind it.
///
/// @param asked the statement and the days
public record LineBasis(StatementLine line, Asked asked) {
  static LineBasis of(YearMonth month, StatementLine line, Basis basis) {
    var meter =
        basis.meters().stream()
            .filter(one -> one.id().equals(line.meter()))
            .findFirst()
            .orElseThrow(ChargebackException.NotFound::new);
    var query =
        new MeterStatements(meter.definition())
            .behind(line, new Allocation(basis.rules()), days(month, line, basis.card()));
    return new LineBasis(line, new Asked(query, Days.of(month).window()));
  }

  /// The days of the month on which the line's rate was valid.
  static List<Days> days(YearMonth month, StatementLine line, RateCard card) {
    var ranges = new ArrayList<Days>();
    var all = Days.of(month);
    for (var day = all.from(); day.isBefore(all.to()); day = day.plusDays(1)) {
      if (isAt(line, card, day)) {
        var last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && last.to().equals(day)) {
          ranges.set(ranges.size() - 1, new Days(last.from(), day.plusDays(1)));
        } else {
          ranges.add(new Days(day, day.plusDays(1)));
        }
      }
    }
    return ranges;
  }

  private static boolean isAt(StatementLine line, RateCard card, LocalDate day) {
    var from = card.rateFor(line.meter(), day).map(Rate::validFrom).orElse(null);
    return Objects.equals(from, line.rateFrom());
  }
}
