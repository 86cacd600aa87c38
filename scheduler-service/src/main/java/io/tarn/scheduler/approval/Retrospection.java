package io.tarn.scheduler.approval;

import java.util.Comparator;

/// Tells approvals that were given after their work had begun.
public final class Retrospection {
  private Retrospection() {}

  /// Whether the version that first allows changes (the one with the least `changedAt`) became true
  /// after the start of its own window. False where no version allows any.
  public static boolean isRetrospective(ApprovalHistory history) {
    return history.versions().stream()
        .filter(version -> version.state().allows())
        .min(Comparator.comparing(Approval::changedAt).thenComparingLong(Approval::version))
        .filter(first -> first.changedAt().isAfter(first.windowStart()))
        .isPresent();
  }
}
