package io.tarn.scheduler.chargeback;

/// Something with its version.
///
/// @param version grows with each change; 0 for what was never kept
public record Versioned<T>(T value, int version) {}
