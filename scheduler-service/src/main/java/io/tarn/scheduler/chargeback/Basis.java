package io.tarn.scheduler.chargeback;

import java.util.List;

/// What a statement is made by.
///
/// @param meters those that count
/// @param rules who pays
/// @param card how much
public record Basis(List<Meter> meters, List<AllocationRule> rules, RateCard card) {
  public Basis {
    meters = List.copyOf(meters);
    rules = List.copyOf(rules);
  }
}
