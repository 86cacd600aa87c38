package io.tarn.scheduler.destination;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with a destination.
public abstract sealed class DestinationException extends RuntimeException {
  private DestinationException(String message) {
    super(message, null, false, false);
  }

  /// There is no such destination, or it is another tenant's.
  public static final class NotFound extends DestinationException {
    public NotFound() {
      super("no such destination");
    }
  }

  /// Another destination of the tenant has the name.
  public static final class NameTaken extends DestinationException {
    public NameTaken() {
      super("Another destination has this name.");
    }
  }

  /// The tenant has as many destinations as it can have.
  public static final class TooMany extends DestinationException {
    public TooMany(int most) {
      super("A tenant has at most " + most + " destinations.");
    }
  }

  /// What is asked for makes no sense, or is not allowed.
  public static final class Invalid extends DestinationException {
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
