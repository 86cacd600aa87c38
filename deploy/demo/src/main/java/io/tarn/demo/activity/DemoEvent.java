package io.tarn.demo.activity;

import org.jspecify.annotations.Nullable;

/// One event.
///
/// @param second its time since 1970
/// @param json the record as CloudTrail writes it
/// @param fact ground truth for the three questions; null for most events
public record DemoEvent(long second, String json, @Nullable Fact fact) {}
