package io.tarn.scheduler.export;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.testing.TestS3;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The S3 endpoint of the tests with a tenant's own identity.
final class OwnS3 {
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
}
