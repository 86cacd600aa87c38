package io.tarn.scheduler.ledger.change;

import io.tarn.scheduler.approval.PrincipalPattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares callers with patterns of principals.
public final class Principals {
  private Principals() {}

  /// ARNs are compared as they are written, names in any case. A service that calls by itself, or
  /// in somebody's name, is found by its name where ARNs are: `autoscaling.amazonaws.com`.
  public static boolean fits(PrincipalPattern pattern, Caller caller) {
    return switch (pattern.kind()) {
      case ARN ->
          Stream.of(caller.arn(), caller.roleArn(), caller.invokedBy())
              .anyMatch(arn -> arn != null && Glob.fits(pattern.pattern(), arn));
      case ROLE -> fitsName(pattern, caller.roleName());
      case SESSION_NAME -> fitsName(pattern, caller.sessionName());
      case SOURCE_IDENTITY -> fitsName(pattern, caller.sourceIdentity());
      case USER_NAME -> fitsName(pattern, caller.userName());
    };
  }

  private static boolean fitsName(PrincipalPattern pattern, @Nullable String name) {
    return name != null && Glob.fitsAnyCase(pattern.pattern(), name);
  }

  static String words(PrincipalPattern.Kind kind) {
    return switch (kind) {
      case ARN -> "the ARN";
      case ROLE -> "the role";
      case SESSION_NAME -> "the session name";
      case SOURCE_IDENTITY -> "the source identity";
      case USER_NAME -> "the user name";
    };
  }
}
