package io.tarn.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A tenant's bucket under the tenant's own identity, past all services.
final class TenantBucket implements AutoCloseable {
  /// As large as the parts of an export.
  private static final int PART = 8 * 1024 * 1024;

  private final S3Client client;
  private final String name;

  private TenantBucket(S3Client client, String name) {
    this.client = client;
    this.name = name;
  }

  static TenantBucket of(BenchTenant tenant) throws IOException, InterruptedException {
    var bucket = tenant.edge().get("/v1/tenants/%s/results-bucket".formatted(tenant.slug()));
    var identity =
        AwsBasicCredentials.create(
            bucket.path("accessKeyId").asText(), bucket.path("secretAccessKey").asText());
    var client =
        S3Client.builder()
            .endpointOverride(URI.create(bucket.path("endpoint").asText()))
            .region(Region.of(bucket.path("region").asText()))
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(identity))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(5)))
            .build();
    return new TenantBucket(client, bucket.path("bucket").asText());
  }

  /// Reads an object as it is into a file.
  void download(String key, Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
      client.getObject(get -> get.bucket(name).key(key), ResponseTransformer.toFile(file));
    } catch (SdkException failure) {
      throw failed(key, failure);
    }
  }

  /// Writes a file as an object in parts, one after the other, which is all that an export must
  /// do with bytes that are there.
  void upload(Path file, String key) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var upload = client.createMultipartUpload(create -> create.bucket(name).key(key)).uploadId();
      var parts = new ArrayList<CompletedPart>();
      for (var bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
        parts.add(send(key, upload, parts.size() + 1, bytes));
      }
      client.completeMultipartUpload(
          whole ->
              whole
                  .bucket(name)
                  .key(key)
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts)));
    } catch (SdkException failure) {
      throw failed(key, failure);
    }
  }

  private CompletedPart send(String key, String upload, int number, byte[] bytes) {
    var answer =
        client.uploadPart(
            part -> part.bucket(name).key(key).uploadId(upload).partNumber(number),
            RequestBody.fromBytes(bytes));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  void delete(String key) throws IOException {
    try {
      client.deleteObject(gone -> gone.bucket(name).key(key));
    } catch (SdkException failure) {
      throw failed(key, failure);
    }
  }

  /// SHA-256 over the bytes of an object, in lower-case hex.
  String sha256(String key) throws IOException {
    try (var in =
        new DigestInputStream(
            client.getObject(get -> get.bucket(name).key(key)),
            MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (SdkException failure) {
      throw failed(key, failure);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// Keys of the objects in a folder.
  List<String> objects(String folder) throws IOException {
    try {
      return client
          .listObjectsV2Paginator(list -> list.bucket(name).prefix(folder))
          .contents()
          .stream()
          .map(S3Object::key)
          .toList();
    } catch (SdkException failure) {
      throw failed(folder, failure);
    }
  }

  /// Keys of uploads that were begun and neither ended nor given up.
  List<String> uploads() throws IOException {
    try {
      return client.listMultipartUploads(list -> list.bucket(name)).uploads().stream()
          .map(MultipartUpload::key)
          .toList();
    } catch (SdkException failure) {
      throw failed("", failure);
    }
  }

  private IOException failed(String key, SdkException failure) {
    return new IOException("s3://%s/%s: %s".formatted(name, key, failure.getMessage()), failure);
  }

  @Override
  public void close() {
    client.close();
  }
}
