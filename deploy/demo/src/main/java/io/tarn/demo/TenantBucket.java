package io.tarn.demo;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.s3.S3Client;
import io.tarn.local.s3.S3Identity;
import java.io.IOException;

/// The bucket of a tenant, opened with the tenant's own identity.
public final class TenantBucket {
  private static final String REGION = "us-east-1";

  private TenantBucket() {}

  /// @param owner client with the permission to read the tenant's S3 credentials
  public static S3Client open(EdgeClient owner, String tenant)
      throws IOException, InterruptedException {
    var bucket = owner.get("/v1/tenants/%s/results-bucket".formatted(tenant));
    var identity =
        new S3Identity(
            bucket.path("endpoint").asText(),
            REGION,
            bucket.path("accessKeyId").asText(),
            bucket.path("secretAccessKey").asText(),
            null);
    return new S3Client(identity, bucket.path("bucket").asText());
  }
}
