package io.tarn.catalog.provisioning;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;

/// Why something could not be made. What was made before is undone by the caller.
public abstract sealed class ProvisioningException extends RuntimeException {
  private ProvisioningException(String message) {
    super(message, null, false, false);
  }

  /// Another part cannot be reached, or does not answer in time.
  public static final class Unavailable extends ProvisioningException {
    public Unavailable(String part) {
      super(part + " cannot be reached now.");
    }
  }

  /// Another part answered that it cannot.
  public static final class Failed extends ProvisioningException {
    public Failed(String part) {
      super(part + " could not make what is needed.");
    }
  }

  /// What was asked for cannot be; nothing was made.
  public static final class Rejected extends ProvisioningException {
    private final List<Violation> violations;

    public Rejected(List<Violation> violations) {
      super("The request has faults.");
      this.violations = List.copyOf(violations);
    }

    /// The places in the request, each with its fault.
    public List<Violation> violations() {
      return violations;
    }
  }

  /// The bucket or identity does not serve.
  public static final class UnusableBucket extends ProvisioningException {
    private final String field;
    private final String fault;

    /// @param field the member of `delivery` that is at fault; empty for the whole
    public UnusableBucket(String field, String fault) {
      super("The bucket for results cannot be used.");
      this.field = field.isEmpty() ? "delivery" : "delivery." + field;
      this.fault = fault;
    }

    /// The place in the request.
    public String field() {
      return field;
    }

    /// What is wrong there; never a secret.
    public String fault() {
      return fault;
    }
  }
}
