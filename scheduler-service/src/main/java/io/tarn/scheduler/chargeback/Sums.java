package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Sums of decimals, which are exact.
final class Sums {
  private Sums() {}

  static <T> Map<String, BigDecimal> by(
      Collection<T> items, Function<T, String> key, Function<T, BigDecimal> value) {
    var sums = new TreeMap<String, BigDecimal>();
    items.forEach(item -> sums.merge(key.apply(item), value.apply(item), BigDecimal::add));
    return sums;
  }

  static <T> BigDecimal of(Collection<T> items, Function<T, BigDecimal> value) {
    return items.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
