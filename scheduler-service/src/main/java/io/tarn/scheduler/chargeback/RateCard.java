package io.tarn.scheduler.chargeback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What usage costs.
///
/// @param currency of all prices, by ISO 4217
/// @param rates at most one is valid for a meter on a day
public record RateCard(String currency, List<Rate> rates) {
  /// The card of a tenant that has kept none.
  public static final RateCard NONE = new RateCard("USD", List.of());

  public RateCard {
    rates = List.copyOf(rates);
  }

  /// The rate of a meter on a day; none where the usage costs nothing.
  Optional<Rate> rateFor(String meter, LocalDate day) {
    return rates.stream()
        .filter(rate -> rate.meter().equals(meter))
        .filter(rate -> validity(rate).contains(day))
        .findFirst();
  }

  static Validity validity(Rate rate) {
    return new Validity(rate.validFrom(), rate.validTo());
  }
}
