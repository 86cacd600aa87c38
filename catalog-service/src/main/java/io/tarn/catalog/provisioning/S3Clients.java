package io.tarn.catalog.provisioning;

import io.tarn.common.config.TarnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 clients for an identity, closed by the caller.
@ApplicationScoped
class S3Clients {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final TarnConfig.S3 config;

  S3Clients(TarnConfig config) {
    this.config = config.s3();
  }

  URI endpoint() {
    return config
        .endpoint()
        .orElseThrow(() -> new IllegalStateException("tarn.s3.endpoint is not set"));
  }

  String region() {
    return config.region();
  }

  boolean isOfServices(String accessKeyId) {
    return config.accessKeyId().filter(accessKeyId::equals).isPresent();
  }

  /// In the services' own name.
  S3Client ofServices() {
    return of(config.accessKeyId().orElseThrow(), config.secretAccessKey().orElseThrow());
  }

  S3Client of(String accessKeyId, String secretAccessKey) {
    var identity = AwsBasicCredentials.create(accessKeyId, secretAccessKey);
    return S3Client.builder()
        .endpointOverride(endpoint())
        .region(Region.of(config.region()))
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(identity))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TIMEOUT).socketTimeout(TIMEOUT))
        // So that nothing is sent after a refusal: the connection would break before it is read.
        .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
        .overrideConfiguration(
            settings ->
                settings.apiCallTimeout(TIMEOUT.multipliedBy(2)).putHeader("Connection", "close"))
        .build();
  }
}
