package io.tarn.catalog.provisioning;

import io.tarn.catalog.provisioning.ProvisioningException.UnusableBucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Why the endpoint refused an identity, as far as its answer tells.
enum Refused {
  UNKNOWN_KEY,
  WRONG_SECRET,
  NO_SUCH_BUCKET,
  NOT_ALLOWED;

  static Refused of(S3Exception answer) {
    var details = answer.awsErrorDetails();
    var code = details == null || details.errorCode() == null ? "" : details.errorCode();
    return switch (code) {
      case "InvalidAccessKeyId" -> UNKNOWN_KEY;
      case "SignatureDoesNotMatch" -> WRONG_SECRET;
      case "NoSuchBucket" -> NO_SUCH_BUCKET;
      default -> NOT_ALLOWED;
    };
  }

  /// The refusal of a deed in the identity's own place, naming what was given wrongly.
  UnusableBucket asFaultOf(ResultsBucket own, String deed) {
    return switch (this) {
      case UNKNOWN_KEY -> new UnusableBucket("accessKeyId", "is unknown to the S3 endpoint");
      case WRONG_SECRET ->
          new UnusableBucket("secretAccessKey", "does not belong to the access key");
      case NO_SUCH_BUCKET -> new UnusableBucket("bucket", "does not exist");
      case NOT_ALLOWED ->
          new UnusableBucket(
              own.prefix().isEmpty() ? "bucket" : "prefix",
              "is not a place where the identity can " + deed);
    };
  }
}
