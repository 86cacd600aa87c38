package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a meter's unit costs for a time.
///
/// @param meter the id of the meter
/// @param validFrom the first day of usage, UTC
/// @param validTo the day after the last one; null is for ever
/// @param tiers prices by the quantity of a month and cost centre, growing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rate(
    String meter, LocalDate validFrom, @Nullable LocalDate validTo, List<Tier> tiers) {
  public Rate {
    tiers = List.copyOf(tiers);
  }
}
