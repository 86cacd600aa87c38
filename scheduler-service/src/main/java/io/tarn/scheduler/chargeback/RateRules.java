package io.tarn.scheduler.chargeback;

import io.tarn.service.problem.ProblemException.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/// What a rate card may be.
final class RateRules {
  static final int MOST_RATES = 1000;
  private static final int MOST_TIERS = 20;

  private RateRules() {}

  /// @param meters the ids of the meters there are
  static List<Violation> violations(RateCard card, Set<String> meters) {
    var found = new ArrayList<Violation>();
    if (!isCurrency(card.currency())) {
      found.add(new Violation("currency", "is no currency of ISO 4217, such as EUR"));
    }
    var rates = card.rates();
    if (rates.size() > MOST_RATES) {
      found.add(new Violation("rates", "must be at most " + MOST_RATES));
      return found;
    }
    for (int index = 0; index < rates.size(); index++) {
      check(rates.get(index), "rates[" + index + "]", meters, found);
      checkOverlap(rates, index, found);
    }
    return found;
  }

  static boolean isCurrency(String code) {
    try {
      return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void check(Rate rate, String place, Set<String> meters, List<Violation> found) {
    if (!meters.contains(rate.meter())) {
      found.add(new Violation(place + ".meter", "is no meter"));
    }
    if (RateCard.validity(rate).isEmpty()) {
      found.add(new Violation(place + ".validTo", "must be after validFrom"));
    }
    var tiers = rate.tiers();
    if (tiers.isEmpty() || tiers.size() > MOST_TIERS) {
      found.add(new Violation(place + ".tiers", "must be 1 to " + MOST_TIERS));
      return;
    }
    var before = BigDecimal.ZERO;
    for (int index = 0; index < tiers.size(); index++) {
      var tier = tiers.get(index);
      var tierPlace = place + ".tiers[" + index + "]";
      var isLast = index == tiers.size() - 1;
      if (tier.price().signum() < 0) {
        found.add(new Violation(tierPlace + ".price", "must not be negative"));
      }
      if (isLast != (tier.upTo() == null)) {
        var reason = isLast ? "must be absent in the last tier" : "must be given";
        found.add(new Violation(tierPlace + ".upTo", reason));
      } else if (tier.upTo() != null) {
        if (tier.upTo().compareTo(before) <= 0) {
          found.add(
              new Violation(tierPlace + ".upTo", "must be more than that of the tier before"));
        }
        before = tier.upTo();
      }
    }
  }

  private static void checkOverlap(List<Rate> rates, int index, List<Violation> found) {
    var rate = rates.get(index);
    for (int earlier = 0; earlier < index; earlier++) {
      var other = rates.get(earlier);
      if (other.meter().equals(rate.meter())
          && RateCard.validity(other).overlaps(RateCard.validity(rate))) {
        var reason = "overlaps rates[" + earlier + "], which is for the same meter";
        found.add(new Violation("rates[" + index + "].validFrom", reason));
      }
    }
  }
}
