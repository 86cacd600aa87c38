package io.tarn.scheduler.notification;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// Why something cannot be done with a notification channel.
public abstract sealed class ChannelException extends RuntimeException {
  private ChannelException(String message) {
    super(message, null, false, false);
  }

  /// There is no such channel, or it is another tenant's.
  public static final class NotFound extends ChannelException {
    public NotFound() {
      super("no such channel");
    }
  }

  /// Another channel of the tenant has the name.
  public static final class NameTaken extends ChannelException {
    public NameTaken() {
      super("Another notification channel has this name.");
    }
  }

  /// The tenant has as many channels as it can have.
  public static final class TooMany extends ChannelException {
    public TooMany(int most) {
      super("A tenant has at most " + most + " notification channels.");
    }
  }

  /// The channel has no signing secret.
  public static final class NotSigned extends ChannelException {
    public NotSigned() {
      super("Only a channel of the kind webhook has a signing secret.");
    }
  }

  /// What is asked for makes no sense, or is not allowed.
  public static final class Invalid extends ChannelException {
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
