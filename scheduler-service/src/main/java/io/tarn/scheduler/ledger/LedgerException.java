package io.tarn.scheduler.ledger;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with the change ledger.
public abstract sealed class LedgerException extends RuntimeException {
  private LedgerException(String message) {
    super(message, null, false, false);
  }

  /// There is no such change or rule, or it is another tenant's.
  public static final class NotFound extends LedgerException {
    public NotFound() {
      super("no such change or rule");
    }
  }

  /// Somebody has changed it meanwhile.
  public static final class Changed extends LedgerException {
    private final int newest;

    public Changed(int newest) {
      super("It has been changed: its newest version is " + newest + ".");
      this.newest = newest;
    }

    public int newest() {
      return newest;
    }
  }

  /// Another rule of the tenant has the name.
  public static final class NameTaken extends LedgerException {
    public NameTaken() {
      super("Another rule has this name.");
    }
  }

  /// The tenant has as many rules as it can have.
  public static final class TooMany extends LedgerException {
    public TooMany(int most) {
      super("A tenant has at most " + most + " rules.");
    }
  }

  /// What is asked for makes no sense.
  public static final class Invalid extends LedgerException {
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
