package io.tarn.local.s3;

import org.jspecify.annotations.Nullable;

/// Credentials, endpoint and Region of an S3 client.
///
/// @param endpoint address without a path, such as `http://127.0.0.1:8190`
/// @param sessionToken of temporary credentials; null for lasting ones
public record S3Identity(
    String endpoint,
    String region,
    String accessKeyId,
    String secretAccessKey,
    @Nullable String sessionToken) {
  @Override
  public String toString() {
    return accessKeyId + " at " + endpoint;
  }
}
