package io.tarn.demo.activity;

import java.time.Instant;

/// Events of one account and Region in a span of time, enough for one log file.
///
/// @param count how many events of the everyday; an incident comes on top
public record Slice(String account, String region, Instant from, Instant to, int count) {}
