package io.tarn.catalog.provisioning;

import java.net.URI;

/// Where a tenant's results are delivered, and the identity that sees just that.
public record ResultsBucket(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKeyId,
    String secretAccessKey) {

  /// Whether the two share any place.
  boolean overlaps(ResultsBucket other) {
    return bucket.equals(other.bucket)
        && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix));
  }

  boolean sharesIdentity(ResultsBucket other) {
    return accessKeyId.equals(other.accessKeyId);
  }

  @Override
  public String toString() {
    return "ResultsBucket[" + bucket + "/" + prefix + "]";
  }
}
