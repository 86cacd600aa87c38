package io.tarn.scheduler.run;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stops a run, or a step of it.
public abstract sealed class RunFault extends RuntimeException {
  private final transient Map<String, Object> problem;

  private RunFault(Map<String, Object> problem) {
    super(String.valueOf(problem.get("title")), null, false, false);
    this.problem = Map.copyOf(problem);
  }

  /// The fault as a problem document.
  public Map<String, Object> problem() {
    return problem;
  }

  /// The owner may not run schedules of the tenant any more.
  public static final class OwnerRefused extends RunFault {
    private final String reason;

    /// @param reason a word that clients can branch on: `owner-left`
    public OwnerRefused(String reason, Map<String, Object> problem) {
      super(problem);
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }

  /// What is asked for is refused, and would be again.
  public static final class Refused extends RunFault {
    public Refused(Map<String, Object> problem) {
      super(problem);
    }
  }

  /// It may do better later.
  public static final class Passing extends RunFault {
    private final @Nullable Duration wait;
    private final boolean isLost;

    /// @param wait how long the other side asks to be left alone; null if it does not say
    /// @param isLost whether the submission's outcome will never be known, so that another one is
    ///     needed
    public Passing(Map<String, Object> problem, @Nullable Duration wait, boolean isLost) {
      super(problem);
      this.wait = wait;
      this.isLost = isLost;
    }

    public Passing(Map<String, Object> problem) {
      this(problem, null, false);
    }

    public @Nullable Duration waitTime() {
      return wait;
    }

    public boolean isLost() {
      return isLost;
    }
  }
}
