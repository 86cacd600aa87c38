package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What a meter counted on a day.
///
/// @param meter the id of the meter
/// @param day of the usage's time, UTC
/// @param payer values of the meter's payer columns, in their order; empty texts where there are
///     none
/// @param quantity in the meter's unit
public record Usage(
    String meter, LocalDate day, List<String> payer, Dimensions dimensions, BigDecimal quantity) {
  public Usage {
    payer = List.copyOf(payer);
  }
}
