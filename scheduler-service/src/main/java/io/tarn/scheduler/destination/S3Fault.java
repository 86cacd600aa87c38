package io.tarn.scheduler.destination;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Why an S3 endpoint did not do what it was asked to.
public abstract sealed class S3Fault extends RuntimeException {
  /// Some of them an endpoint answers to a request that was torn on its way.
  private static final Set<String> PASSING_CODES =
      Set.of(
          "RequestTimeout",
          "SlowDown",
          "Throttling",
          "ThrottlingException",
          "NoSuchUpload",
          "InvalidRequest",
          "IncompleteBody",
          "BadDigest",
          "InvalidPart");

  private S3Fault(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /// There is no such bucket.
  public static final class NoBucket extends S3Fault {
    NoBucket(String bucket, Throwable cause) {
      super("There is no bucket " + bucket + ".", cause);
    }
  }

  /// There is no such object.
  public static final class NoObject extends S3Fault {
    NoObject(Throwable cause) {
      super("The object is not there any more.", cause);
    }
  }

  /// The identity lacks a permission.
  public static final class Denied extends S3Fault {
    private final String permission;

    Denied(String permission, String code, Throwable cause) {
      super("The identity lacks " + permission + " (" + code + ").", cause);
      this.permission = permission;
    }

    /// What is missing: `s3:PutObject`.
    public String permission() {
      return permission;
    }
  }

  /// Nothing may be delivered there.
  public static final class Forbidden extends S3Fault {
    Forbidden(String message) {
      super(message, null);
    }
  }

  /// It is refused, and would be again.
  public static final class Refused extends S3Fault {
    Refused(String code, int status, Throwable cause) {
      super("The S3 endpoint refuses it: %s (%d).".formatted(code, status), cause);
    }
  }

  /// It may do better later.
  public static final class Passing extends S3Fault {
    Passing(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// @param permission what the request needs: `s3:PutObject`
  static S3Fault of(SdkException failure, String permission, String bucket) {
    if (failure instanceof AwsServiceException answer) {
      return ofAnswer(answer, permission, bucket);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedAddressException refused) {
        return new Forbidden(refused.getMessage() + ".");
      }
    }
    return new Passing("The S3 endpoint cannot be reached.", failure);
  }

  private static S3Fault ofAnswer(AwsServiceException answer, String permission, String bucket) {
    var status = answer.statusCode();
    var code = codeOf(answer);
    if (status >= 500 || status == 429 || status == 408 || PASSING_CODES.contains(code)) {
      return new Passing("The S3 endpoint asks to be left alone: %s.".formatted(code), answer);
    }
    if (status == 401 || status == 403) {
      return new Denied(permission, code, answer);
    }
    if (status == 404) {
      return code.equals("NoSuchKey") ? new NoObject(answer) : new NoBucket(bucket, answer);
    }
    return new Refused(code, status, answer);
  }

  private static String codeOf(AwsServiceException answer) {
    var details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? Integer.toString(answer.statusCode())
        : details.errorCode();
  }
}
