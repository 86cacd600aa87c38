package io.tarn.local.sending;

import io.tarn.local.edge.EdgeClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// The objects of one bucket, addressed by its path. Safe for several threads.
public final class S3Bucket implements AutoCloseable {
  private static final String REGION = "us-east-1";

  private final String name;
  private final String endpoint;
  private final String accessKeyId;
  private final S3Client client;

  private S3Bucket(String name, String endpoint, String region, AwsCredentials identity) {
    this.name = name;
    this.endpoint = endpoint;
    this.accessKeyId = identity.accessKeyId();
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.of(region))
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(identity))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(10))
                    .socketTimeout(Duration.ofMinutes(5)))
            // A kept connection may have been closed meanwhile, which would look like a failure.
            .overrideConfiguration(settings -> settings.putHeader("Connection", "close"))
            .build();
  }

  /// The bucket of a tenant, with the tenant's own identity.
  ///
  /// @param owner client with the permission to read the tenant's S3 credentials
  public static S3Bucket ofTenant(EdgeClient owner, String tenant)
      throws IOException, InterruptedException {
    var bucket = owner.get("/v1/tenants/%s/results-bucket".formatted(tenant));
    var identity =
        AwsBasicCredentials.create(
            bucket.path("accessKeyId").asText(), bucket.path("secretAccessKey").asText());
    return new S3Bucket(
        bucket.path("bucket").asText(), bucket.path("endpoint").asText(), REGION, identity);
  }

  /// Another bucket, with the identity, endpoint and Region of the variables `AWS_*`.
  public static S3Bucket ofEnvironment(String name, Map<String, String> environment)
      throws IOException {
    var region =
        environment.getOrDefault(
            "AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", REGION));
    var standard = "https://s3.%s.amazonaws.com".formatted(region);
    var endpoint =
        environment.getOrDefault(
            "AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", standard));
    return new S3Bucket(name, endpoint.replaceFirst("/+$", ""), region, identity(environment));
  }

  private static AwsCredentials identity(Map<String, String> environment) throws IOException {
    var id = required(environment, "AWS_ACCESS_KEY_ID");
    var secret = required(environment, "AWS_SECRET_ACCESS_KEY");
    var token = environment.get("AWS_SESSION_TOKEN");
    return token == null
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, token);
  }

  private static String required(Map<String, String> environment, String variable)
      throws IOException {
    var value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new IOException("This bucket is not the tenant's own; set %s.".formatted(variable));
    }
    return value;
  }

  public String name() {
    return name;
  }

  /// Writes an object, over one of the same key.
  public void put(String key, byte[] bytes, Map<String, String> metadata) throws IOException {
    ask(key, () -> tryPut(key, bytes, metadata));
  }

  /// An endpoint may refuse an object without reading it, and then the client hears of a broken
  /// connection only. A request without a body is told why; where it is not refused, the
  /// connection broke by itself, and the object is sent once more.
  private PutObjectResponse tryPut(String key, byte[] bytes, Map<String, String> metadata) {
    try {
      return putOnce(key, bytes, metadata);
    } catch (SdkClientException | UncheckedIOException _) {
      client.listObjectsV2(list -> list.bucket(name).prefix(key).maxKeys(1));
      return putOnce(key, bytes, metadata);
    }
  }

  private PutObjectResponse putOnce(String key, byte[] bytes, Map<String, String> metadata) {
    return client.putObject(
        put -> put.bucket(name).key(key).metadata(metadata), RequestBody.fromBytes(bytes));
  }

  /// The objects below a prefix, in the order of their keys; each is streamed when it is opened.
  /// What stands for a folder is none.
  public List<Sendable> objects(String prefix) throws IOException {
    return objects(prefix, Integer.MAX_VALUE);
  }

  /// The same for a prefix that should have few of them.
  ///
  /// @throws IOException also if there are more than that
  public List<Sendable> objects(String prefix, int most) throws IOException {
    var objects =
        ask(
            prefix,
            () ->
                client
                    .listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix))
                    .contents()
                    .stream()
                    .filter(object -> object.size() > 0 || !object.key().endsWith("/"))
                    .limit(most + 1L)
                    .map(object -> sendable(object.key(), object.size()))
                    .toList());
    if (objects.size() > most) {
      throw new IOException("s3://%s/%s has more than %d objects".formatted(name, prefix, most));
    }
    return objects;
  }

  private Sendable sendable(String key, long size) {
    return new Sendable("s3://%s/%s".formatted(name, key), size, () -> get(key));
  }

  private InputStream get(String key) throws IOException {
    return ask(key, () -> client.getObject(get -> get.bucket(name).key(key)));
  }

  private <T> T ask(String key, Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (AwsServiceException refusal) {
      var details = refusal.awsErrorDetails();
      var code = details == null || details.errorCode() == null ? "" : " " + details.errorCode();
      throw new IOException(
          "s3://%s/%s was refused to %s: %d%s"
              .formatted(name, key, accessKeyId, refusal.statusCode(), code),
          refusal);
    } catch (UncheckedIOException failure) {
      throw new IOException(failure.getMessage(), failure);
    } catch (SdkException failure) {
      throw failure.getCause() instanceof ConnectException
              || failure.getCause() instanceof UnknownHostException
          ? new IOException("Nothing answers at " + endpoint, failure)
          : new IOException(failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
