package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.run.RunWindow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Days of UTC.
///
/// @param from the first one
/// @param to the one after the last
record Days(LocalDate from, LocalDate to) {
  static Days of(YearMonth month) {
    return new Days(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  long count() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /// Two halves of more than one day.
  List<Days> halves() {
    var middle = from.plusDays(count() / 2);
    return List.of(new Days(from, middle), new Days(middle, to));
  }

  RunWindow window() {
    return new RunWindow.EventTime(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
