package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cost centre pays for a meter, to a payer column's values, at a rate.
///
/// @param id the same in each statement of the month
/// @param meter the id of the meter
/// @param payer values of the meter's payer columns, in their order
/// @param rateFrom the first day of the rate; null where no rate was valid
/// @param prices how much of the quantity cost what; empty where no rate was valid
/// @param quantity in the meter's unit
/// @param amount the prices' sum, rounded once
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementLine(
    String id,
    String meter,
    String costCentre,
    List<String> payer,
    @Nullable LocalDate rateFrom,
    List<PricedQuantity> prices,
    BigDecimal quantity,
    BigDecimal amount) {
  public StatementLine {
    payer = List.copyOf(payer);
    prices = List.copyOf(prices);
  }

  /// A part of a line's quantity, in one tier.
  ///
  /// @param price of one unit
  public record PricedQuantity(BigDecimal price, BigDecimal quantity) {}
}
