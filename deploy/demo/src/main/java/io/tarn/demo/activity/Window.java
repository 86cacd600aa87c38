package io.tarn.demo.activity;

import java.time.Instant;
import java.util.List;

/// The time that one digest of an account's Region covers, with the log files in it; none where
/// nothing happened.
public record Window(String account, String region, Instant from, Instant to, List<Slice> slices) {
  public Window {
    slices = List.copyOf(slices);
  }
}
