package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Sums of a statement with its credits.
///
/// @param costCentres by name
/// @param quantities of the meters, by their ids
/// @param credited sum of all credits
/// @param due total less credits
public record StatementTotals(
    List<CostCentre> costCentres,
    Map<String, BigDecimal> quantities,
    BigDecimal credited,
    BigDecimal due) {

  /// What a cost centre pays.
  ///
  /// @param amount sum of its lines
  /// @param credited sum of its credits
  /// @param due amount less credits
  public record CostCentre(String name, BigDecimal amount, BigDecimal credited, BigDecimal due) {}

  public static StatementTotals of(MonthStatement month) {
    var statement = month.statement();
    var digits = StatementCalculator.digits(statement.currency());
    var credits = Sums.by(month.credits(), Credit::costCentre, Credit::amount);
    var credited = Sums.of(month.credits(), Credit::amount).setScale(digits);
    var costCentres =
        Statement.amounts(statement).entrySet().stream()
            .map(
                entry -> {
                  var given = credits.getOrDefault(entry.getKey(), BigDecimal.ZERO);
                  return new CostCentre(
                      entry.getKey(),
                      entry.getValue().setScale(digits),
                      given.setScale(digits),
                      entry.getValue().subtract(given).setScale(digits));
                })
            .toList();
    return new StatementTotals(
        costCentres,
        Statement.quantities(statement),
        credited,
        statement.total().subtract(credited));
  }

  /// The quantity of a meter, 0 where it has no lines.
  public BigDecimal quantity(String meter) {
    return quantities.getOrDefault(meter, BigDecimal.ZERO);
  }
}
