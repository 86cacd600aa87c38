package io.tarn.scheduler.export;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.testing.TestS3;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// The S3 endpoint of the tests with a tenant's own identity.
public final class OwnS3 {
  private OwnS3() {}

  static String secretOf(TenantId tenant) {
    return MasterSecret.load(TestS3.running().masterSecretFile())
        .derive("s3-identity", tenant.value());
  }

  static S3Client of(TenantId tenant) {
    return S3Client.builder()
        .endpointOverride(URI.create(TestS3.running().endpoint()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("t-" + tenant, secretOf(tenant))))
        .httpClientBuilder(ApacheHttpClient.builder())
        .build();
  }

  /// Keys of uploads that were begun and neither ended nor given up.
  public static List<String> uploads(TenantId tenant) {
    try (var s3 = of(tenant)) {
      return s3
          .listMultipartUploads(list -> list.bucket("tarn-results-" + tenant))
          .uploads()
          .stream()
          .map(MultipartUpload::key)
          .toList();
    }
  }
}
