package io.tarn.scheduler.schedule;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with a schedule.
public abstract sealed class ScheduleException extends RuntimeException {
  private ScheduleException(String message) {
    super(message, null, false, false);
  }

  /// There is no such schedule, or it is another tenant's.
  public static final class NotFound extends ScheduleException {
    public NotFound() {
      super("no such schedule");
    }
  }

  /// Somebody has changed it meanwhile.
  public static final class Changed extends ScheduleException {
    private final int newest;

    public Changed(int newest) {
      super("The schedule has been changed: its newest version is " + newest + ".");
      this.newest = newest;
    }

    public int newest() {
      return newest;
    }
  }

  /// Another schedule of the tenant has the name.
  public static final class NameTaken extends ScheduleException {
    public NameTaken() {
      super("Another schedule has this name.");
    }
  }

  /// The tenant has as many schedules as it can have.
  public static final class TooMany extends ScheduleException {
    public TooMany(int most) {
      super("A tenant has at most " + most + " schedules.");
    }
  }

  /// A run of the schedule has not ended, and its policy allows no other beside it.
  public static final class RunIsLive extends ScheduleException {
    public RunIsLive() {
      super("A run of the schedule has not ended.");
    }
  }

  /// Nobody can tell now whether what is to be scheduled can be run.
  public static final class CheckUnavailable extends ScheduleException {
    public CheckUnavailable() {
      super("The query cannot be checked at the moment.");
    }
  }

  /// What is asked for makes no sense.
  public static final class Invalid extends ScheduleException {
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
