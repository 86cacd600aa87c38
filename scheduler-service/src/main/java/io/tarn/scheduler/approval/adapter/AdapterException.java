package io.tarn.scheduler.approval.adapter;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with an adapter.
public abstract sealed class AdapterException extends RuntimeException {
  private AdapterException(String message) {
    super(message, null, false, false);
  }

  /// There is no such adapter, or it is another tenant's, or a delivery is not signed with its
  /// secret: who has no secret learns nothing.
  public static final class NotFound extends AdapterException {
    public NotFound() {
      super("no such adapter");
    }
  }

  /// Another adapter of the tenant has the name.
  public static final class NameTaken extends AdapterException {
    public NameTaken() {
      super("Another adapter has this name.");
    }
  }

  /// The tenant has as many adapters as it can have.
  public static final class TooMany extends AdapterException {
    public TooMany(int most) {
      super("A tenant has at most " + most + " adapters.");
    }
  }

  /// Somebody else has changed the adapter meanwhile.
  public static final class Changed extends AdapterException {
    private final int newest;

    public Changed(int newest) {
      super("The adapter has been changed meanwhile; its newest version is " + newest + ".");
      this.newest = newest;
    }

    public int newest() {
      return newest;
    }
  }

  /// What is asked for, or what was delivered, makes no sense.
  public static final class Invalid extends AdapterException {
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
