package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// What a tenant's month costs.
///
/// @param currency of all amounts, by ISO 4217
/// @param lines by meter, cost centre, payer and rate
/// @param total sum of the lines' amounts
public record Statement(
    YearMonth month, String currency, List<StatementLine> lines, BigDecimal total) {
  public Statement {
    lines = List.copyOf(lines);
  }

  /// The quantity of each meter that has lines.
  static Map<String, BigDecimal> quantities(Statement statement) {
    return Sums.by(statement.lines(), StatementLine::meter, StatementLine::quantity);
  }

  /// The amount of each cost centre that has lines.
  static Map<String, BigDecimal> amounts(Statement statement) {
    return Sums.by(statement.lines(), StatementLine::costCentre, StatementLine::amount);
  }
}
