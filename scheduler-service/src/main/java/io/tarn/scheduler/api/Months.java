package io.tarn.scheduler.api;

import io.tarn.scheduler.chargeback.ChargebackException.NotFound;
import java.time.DateTimeException;
import java.time.YearMonth;

/// Months in addresses: `2026-05`.
final class Months {
  private Months() {}

  /// @throws NotFound if it is no month
  static YearMonth of(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException _) {
      throw new NotFound();
    }
  }
}
