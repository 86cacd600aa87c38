package io.tarn.scheduler.approval;

import java.util.Comparator;
import java.util.List;

/// All versions of an approval that are known, the oldest first; at least one.
public record ApprovalHistory(List<Approval> versions) {
  public ApprovalHistory {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("an approval has at least one version");
    }
    versions = versions.stream().sorted(Comparator.comparingLong(Approval::version)).toList();
  }

  /// The newest version.
  public Approval latest() {
    return versions.getLast();
  }
}
