package io.tarn.scheduler.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of an attempt to deliver a message. Texts name no addresses and no secrets.
sealed interface Attempt {
  /// What the receiver answered, of HTTP or SMTP; null where it gave no answer.
  @Nullable Integer status();

  /// The receiver has it.
  ///
  /// @param remark what people should know all the same; null for nothing
  record Taken(@Nullable Integer status, @Nullable String remark) implements Attempt {}

  /// The receiver has it not; later it may.
  ///
  /// @param waitTime how long the receiver asks to be left alone; null if it does not say
  record Passing(@Nullable Integer status, String problem, @Nullable Duration waitTime)
      implements Attempt {}

  /// The receiver has it not, and would not take it later.
  record Refused(@Nullable Integer status, String problem) implements Attempt {}
}
