package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A price up to a quantity.
///
/// @param upTo the quantity of a month and cost centre up to which the price holds; null in the
///     last tier
/// @param price of one unit
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tier(@Nullable BigDecimal upTo, BigDecimal price) {}
