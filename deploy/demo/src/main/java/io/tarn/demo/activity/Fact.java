package io.tarn.demo.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ground truth for the three questions.
public sealed interface Fact {
  /// A command run in a container by ECS Exec.
  record CommandRun(
      Instant time,
      String who,
      String account,
      String region,
      String cluster,
      String task,
      String container,
      String command)
      implements Fact {}

  /// A change made from the console.
  record ConsoleChange(
      Instant time, String who, String account, String region, String service, String action)
      implements Fact {}

  /// A call of a Lambda function that was carried out.
  ///
  /// @param caller null where a service called by itself
  /// @param invokedBy that service; null for other callers
  record Invocation(String function, @Nullable String caller, @Nullable String invokedBy)
      implements Fact {}
}
