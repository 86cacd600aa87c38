package io.tarn.catalog.provisioning;

/// A bucket for a tenant's results and the identity that may use it, as an operator gives them
/// where the S3 endpoint is not Tarn's own.
///
/// @param prefix the tenant's part of the bucket, ending in `/`; empty for the whole
public record GivenBucket(
    String bucket, String prefix, String accessKeyId, String secretAccessKey) {
  @Override
  public String toString() {
    return "GivenBucket[" + bucket + "/" + prefix + "]";
  }
}
