package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.chargeback.StatementLine.PricedQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes statements of usage. The same usage in any order makes the same statement, with exact
/// decimals: only the amount of a line is rounded, once, to the currency's minor unit, to the even
/// neighbour where it is just between two.
///
/// Tiers go by the quantity of a month, meter and cost centre. What was used earlier fills the
/// lower
/// tiers; within a day the payers' order decides.
public final class StatementCalculator {
  private final Allocation allocation;
  private final RateCard card;

  /// What is bought at once: usage of a payer on a day.
  private record Purchase(String meter, String costCentre, LocalDate day, List<String> payer)
      implements Comparable<Purchase> {
    private static final Comparator<Purchase> ORDER =
        Comparator.comparing(Purchase::meter)
            .thenComparing(Purchase::costCentre)
            .thenComparing(Purchase::day)
            .thenComparing(Purchase::payer, Keys::compare);

    @Override
    public int compareTo(Purchase other) {
      return ORDER.compare(this, other);
    }
  }

  /// What makes a line.
  private record LineKey(String meter, String costCentre, List<String> payer, Optional<Rate> rate)
      implements Comparable<LineKey> {
    private static final Comparator<LineKey> ORDER =
        Comparator.comparing(LineKey::meter)
            .thenComparing(LineKey::costCentre)
            .thenComparing(LineKey::payer, Keys::compare)
            .thenComparing(LineKey::from);

    private String from() {
      return rate.map(one -> one.validFrom().toString()).orElse("");
    }

    @Override
    public int compareTo(LineKey other) {
      return ORDER.compare(this, other);
    }
  }

  public StatementCalculator(Allocation allocation, RateCard card) {
    this.allocation = allocation;
    this.card = card;
  }

  /// @param usage of days of the month
  public Statement of(YearMonth month, Collection<Usage> usage) {
    var lines = new TreeMap<LineKey, LineBuilder>();
    var filled = new TreeMap<String, BigDecimal>();
    purchases(usage)
        .forEach(
            (purchase, quantity) -> {
              var rate = card.rateFor(purchase.meter(), purchase.day());
              var key =
                  new LineKey(purchase.meter(), purchase.costCentre(), purchase.payer(), rate);
              var tiers = Keys.id(List.of(purchase.meter(), purchase.costCentre()));
              var before = filled.getOrDefault(tiers, BigDecimal.ZERO);
              lines
                  .computeIfAbsent(key, _ -> new LineBuilder(rate.map(Rate::tiers)))
                  .add(before, quantity);
              filled.put(tiers, before.add(quantity));
            });
    var finished = new ArrayList<StatementLine>();
    lines.forEach((key, line) -> finished.add(lineOf(key, line)));
    var digits = digits(card.currency());
    var total = Sums.of(finished, StatementLine::amount).setScale(digits);
    return new Statement(month, card.currency(), finished, total);
  }

  private Map<Purchase, BigDecimal> purchases(Collection<Usage> usage) {
    var purchases = new TreeMap<Purchase, BigDecimal>();
    for (var one : usage) {
      var costCentre = allocation.costCentre(one.day(), one.dimensions());
      var purchase = new Purchase(one.meter(), costCentre, one.day(), one.payer());
      purchases.merge(purchase, one.quantity(), BigDecimal::add);
    }
    return purchases;
  }

  private StatementLine lineOf(LineKey key, LineBuilder line) {
    var id = new ArrayList<>(List.of(key.meter(), key.costCentre(), key.from()));
    id.addAll(key.payer());
    return new StatementLine(
        Keys.id(id),
        key.meter(),
        key.costCentre(),
        key.payer(),
        key.rate().map(Rate::validFrom).orElse(null),
        line.prices(),
        line.quantity(),
        line.cost().setScale(digits(card.currency()), RoundingMode.HALF_EVEN));
  }

  /// How many digits the currency's minor unit has behind the point.
  static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /// Adds up a line.
  private static final class LineBuilder {
    private final List<Tier> tiers;
    private final BigDecimal[] quantities;
    private BigDecimal quantity = BigDecimal.ZERO;

    LineBuilder(Optional<List<Tier>> tiers) {
      this.tiers = tiers.orElse(List.of());
      this.quantities = new BigDecimal[this.tiers.size()];
      Arrays.fill(quantities, BigDecimal.ZERO);
    }

    /// @param before what has filled tiers already
    void add(BigDecimal before, BigDecimal more) {
      quantity = quantity.add(more);
      var from = before;
      var end = before.add(more);
      for (int index = 0; index < quantities.length; index++) {
        var upTo = tiers.get(index).upTo();
        var to = upTo == null ? end : end.min(upTo);
        if (to.compareTo(from) > 0) {
          quantities[index] = quantities[index].add(to.subtract(from));
          from = to;
        }
      }
    }

    List<PricedQuantity> prices() {
      var prices = new ArrayList<PricedQuantity>();
      for (int index = 0; index < quantities.length; index++) {
        if (quantities[index].signum() != 0) {
          prices.add(new PricedQuantity(tiers.get(index).price(), quantities[index]));
        }
      }
      return prices;
    }

    BigDecimal quantity() {
      return quantity;
    }

    BigDecimal cost() {
      return Sums.of(prices(), part -> part.price().multiply(part.quantity()));
    }
  }
}
