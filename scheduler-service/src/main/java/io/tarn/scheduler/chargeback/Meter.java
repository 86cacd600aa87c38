package io.tarn.scheduler.chargeback;

/// A meter of a tenant.
///
/// @param id a word, the same for as long as the meter lives
/// @param isBuiltIn whether it comes with the product
/// @param isEnabled whether it counts
/// @param version grows with each change; 0 for a meter of the product that was never switched
public record Meter(
    String id, MeterDefinition definition, boolean isBuiltIn, boolean isEnabled, int version) {}
