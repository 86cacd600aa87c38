package io.tarn.scheduler.chargeback;

import io.tarn.service.problem.ProblemException.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Why something of chargeback cannot be done.
public abstract sealed class ChargebackException extends RuntimeException {
  private ChargebackException(String message) {
    super(message, null, false, false);
  }

  /// There is no such thing, or it is another tenant's.
  public static final class NotFound extends ChargebackException {
    public NotFound() {
      super("no such thing");
    }
  }

  /// Somebody has changed it since.
  public static final class Changed extends ChargebackException {
    private final int newest;

    public Changed(int newest) {
      super("It was changed since; read it again.");
      this.newest = newest;
    }

    public int newest() {
      return newest;
    }
  }

  /// Another meter of the tenant has the id.
  public static final class MeterTaken extends ChargebackException {
    public MeterTaken() {
      super("Another meter has this id.");
    }
  }

  /// The tenant has as many meters as it can have.
  public static final class TooManyMeters extends ChargebackException {
    public TooManyMeters(int most) {
      super("A tenant has at most " + most + " meters of its own.");
    }
  }

  /// The meter comes with the product, and can only be switched.
  public static final class MeterBuiltIn extends ChargebackException {
    public MeterBuiltIn() {
      super("The meter comes with Tarn: it can be switched off, not changed or deleted.");
    }
  }

  /// The month is still going on.
  public static final class MonthNotEnded extends ChargebackException {
    public MonthNotEnded() {
      super("The month has not ended (UTC).");
    }
  }

  /// The month is closed, and nothing of it changes any more.
  public static final class MonthClosed extends ChargebackException {
    public MonthClosed() {
      super("The month is closed. It can be corrected by credits.");
    }
  }

  /// The month is open: what is wrong can still be put right in its rules, rates and meters, and
  /// nothing of it is signed yet.
  public static final class MonthOpen extends ChargebackException {
    public MonthOpen() {
      super("The month is open. Credits and signed statements are for closed months.");
    }
  }

  /// The statement does not sum to what the events are now.
  public static final class Differs extends ChargebackException {
    private final transient List<Difference> differences;

    public Differs(List<Difference> differences) {
      super(
          "The lines do not sum to the recount: "
              + differences.stream()
                  .map(
                      one ->
                          "%s %s instead of %s"
                              .formatted(
                                  one.meter(),
                                  one.lines().toPlainString(),
                                  one.recount().toPlainString()))
                  .collect(Collectors.joining(", "))
              + ". Events came in meanwhile; try again.");
      this.differences = List.copyOf(differences);
    }

    public List<Difference> differences() {
      return differences;
    }
  }

  /// A meter whose lines are not what its events are.
  ///
  /// @param meter the id of the meter
  /// @param lines sum of the lines' quantities
  /// @param recount quantity of the events
  public record Difference(String meter, BigDecimal lines, BigDecimal recount) {}

  /// The usage of a meter cannot be read.
  public static final class Unreadable extends ChargebackException {
    private final boolean mayPass;

    public Unreadable(String meter, String why, boolean mayPass) {
      super("The usage of " + meter + " cannot be read: " + why);
      this.mayPass = mayPass;
    }

    public boolean mayPass() {
      return mayPass;
    }
  }

  /// The events behind a line cannot be read.
  public static final class EventsUnavailable extends ChargebackException {
    private final int status;

    public EventsUnavailable(int status, String why) {
      super(why);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /// What is asked for makes no sense.
  public static final class Invalid extends ChargebackException {
    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
      super(
          violations.stream()
              .map(violation -> violation.field() + " " + violation.reason())
              .collect(Collectors.joining("; ")));
      this.violations = List.copyOf(violations);
    }

    public Invalid(String field, String reason) {
      this(List.of(new Violation(field, reason)));
    }

    public List<Violation> violations() {
      return violations;
    }
  }
}
