package io.tarn.scheduler.run;

import java.time.Instant;

/// A range of event time, from the start (inclusive) to the end (exclusive).
public record RunWindow(Instant start, Instant end) {}
