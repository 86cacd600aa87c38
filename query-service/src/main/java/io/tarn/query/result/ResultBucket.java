package io.tarn.query.result;

import io.quarkus.logging.Log;
import io.tarn.common.config.TarnConfig;
import io.tarn.query.config.QueryConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The services' own bucket, under the services' own identity. One client for all threads.
@ApplicationScoped
class ResultBucket {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final S3Client client;
  private final String bucket;
  private volatile boolean isAvailable;

  @Inject
  ResultBucket(TarnConfig tarn, QueryConfig config) {
    this(tarn.s3(), config.resultBucket());
  }

  ResultBucket(TarnConfig.S3 endpoint, String bucket) {
    this.client = client(endpoint);
    this.bucket = bucket;
  }

  /// Writes an object; the first of an installation makes the bucket.
  void put(String key, byte[] content) {
    try {
      makeSure();
      try {
        tryPut(key, content);
      } catch (NoSuchBucketException _) {
        create();
        tryPut(key, content);
      }
    } catch (SdkException failure) {
      throw new ResultException.Unavailable(failure);
    }
  }

  /// The bytes of an object that must be there.
  byte[] get(String key) {
    try {
      return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArrayUnsafe();
    } catch (NoSuchKeyException | NoSuchBucketException missing) {
      throw new ResultException.Damaged(key, missing);
    } catch (SdkException failure) {
      throw new ResultException.Unavailable(failure);
    }
  }

  /// Deletes whatever begins like this.
  void deleteAll(String prefix) {
    try {
      keys(prefix).forEach(key -> client.deleteObject(gone -> gone.bucket(bucket).key(key)));
    } catch (NoSuchBucketException _) {
      Log.debug("there is no bucket, and so no result to delete");
    } catch (SdkException failure) {
      throw new ResultException.Unavailable(failure);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }

  private List<String> keys(String prefix) {
    return client
        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  private void tryPut(String key, byte[] content) {
    client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
  }

  /// Looks once, before the first object: an endpoint may refuse one without reading it where the
  /// bucket is missing, and then the client hears of a broken connection only.
  private void makeSure() {
    if (isAvailable) {
      return;
    }
    try {
      client.headBucket(head -> head.bucket(bucket));
    } catch (NoSuchBucketException _) {
      create();
    }
    isAvailable = true;
  }

  private void create() {
    try {
      client.createBucket(create -> create.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException made) {
      Log.debug("another was faster to make the bucket", made);
    }
  }

  private static S3Client client(TarnConfig.S3 config) {
    var identity =
        AwsBasicCredentials.create(
            config.accessKeyId().orElseThrow(), config.secretAccessKey().orElseThrow());
    return S3Client.builder()
        .endpointOverride(config.endpoint().orElseThrow())
        .region(Region.of(config.region()))
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(identity))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TIMEOUT).socketTimeout(TIMEOUT))
        // A kept connection may have been closed meanwhile, and that is no failure of the
        // statement.
        .overrideConfiguration(
            settings ->
                settings.apiCallTimeout(TIMEOUT.multipliedBy(3)).putHeader("Connection", "close"))
        .build();
  }
}
