package io.tarn.scheduler.approval;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with approvals.
public abstract sealed class ApprovalException extends RuntimeException {
  private ApprovalException(String message) {
    super(message, null, false, false);
  }

  /// There is no such approval, or it is another tenant's.
  public static final class NotFound extends ApprovalException {
    public NotFound() {
      super("no such approval");
    }
  }

  /// The version is known with other content.
  public static final class VersionConflict extends ApprovalException {
    public VersionConflict(long version) {
      super(
          "Version %d of this approval is known with other content; a change has a new version."
              .formatted(version));
    }
  }

  /// What is told makes no sense, or is not allowed.
  public static final class Invalid extends ApprovalException {
    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
      super(
          violations.stream()
              .map(violation -> violation.field() + " " + violation.reason())
              .collect(Collectors.joining("; ")));
      this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
      return violations;
    }
  }
}
