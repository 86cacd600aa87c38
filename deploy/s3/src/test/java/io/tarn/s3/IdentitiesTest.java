package io.tarn.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.common.secret.MasterSecret;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gaul.s3proxy.S3Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

class IdentitiesTest {
  private static final MasterSecret SECRET = MasterSecret.ofHex("5e".repeat(32));
  private static final String ACME = "acme" + "0".repeat(22);
  private static final String GLOBEX = "globex" + "0".repeat(20);
  private static final String OWN = Identities.bucketOf(ACME);
  private static final String FOREIGN = Identities.bucketOf(GLOBEX);

  @TempDir private static Path data;
  private static S3Proxy endpoint;
  private static S3Client acme;

  @BeforeAll
  static void start() throws Exception {
    endpoint = S3Endpoint.serve(0, data, SECRET);
    acme = client("t-" + ACME, SECRET.derive("s3-identity", ACME));
    try (var services = client(Identities.SERVICES, SECRET.derive("s3-identity", "services"))) {
      services.createBucket(bucket -> bucket.bucket(OWN));
      services.createBucket(bucket -> bucket.bucket(FOREIGN));
      services.createBucket(bucket -> bucket.bucket("tarn-services"));
      services.putObject(
          object -> object.bucket(FOREIGN).key("secret"), RequestBody.fromString("globex only"));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    acme.close();
    endpoint.stop();
  }

  @Test
  void writesAndReadsInItsOwnBucket() {
    // when
    acme.putObject(object -> object.bucket(OWN).key("a/b"), RequestBody.fromString("rows"));
    acme.copyObject(
        copy ->
            copy.sourceBucket(OWN).sourceKey("a/b").destinationBucket(OWN).destinationKey("a/c"));
    // then
    assertThat(acme.getObjectAsBytes(object -> object.bucket(OWN).key("a/c")).asUtf8String())
        .isEqualTo("rows");
    assertThat(acme.listObjectsV2(list -> list.bucket(OWN)).keyCount()).isEqualTo(2);
  }

  @Test
  void listsNoBucketButItsOwn() {
    assertThat(acme.listBuckets().buckets()).extracting(Bucket::name).containsExactly(OWN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void isRefusedInEveryOtherBucket(String attempt, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
  }

  static Stream<Arguments> attempts() {
    return Stream.of(
        attempt("head bucket", () -> acme.headBucket(head -> head.bucket(FOREIGN))),
        attempt("list", () -> acme.listObjectsV2(list -> list.bucket(FOREIGN))),
        attempt("list, first form", () -> acme.listObjects(list -> list.bucket(FOREIGN))),
        attempt("get", () -> acme.getObject(get -> get.bucket(FOREIGN).key("secret"))),
        attempt("head", () -> acme.headObject(head -> head.bucket(FOREIGN).key("secret"))),
        attempt(
            "put",
            () ->
                acme.putObject(
                    put -> put.bucket(FOREIGN).key("planted"), RequestBody.fromString("x"))),
        attempt("delete", () -> acme.deleteObject(gone -> gone.bucket(FOREIGN).key("secret"))),
        attempt(
            "copy from",
            () ->
                acme.copyObject(
                    copy ->
                        copy.sourceBucket(FOREIGN)
                            .sourceKey("secret")
                            .destinationBucket(OWN)
                            .destinationKey("taken"))),
        attempt(
            "copy to",
            () ->
                acme.copyObject(
                    copy ->
                        copy.sourceBucket(OWN)
                            .sourceKey("a/b")
                            .destinationBucket(FOREIGN)
                            .destinationKey("planted"))),
        attempt(
            "begin an upload in parts",
            () -> acme.createMultipartUpload(upload -> upload.bucket(FOREIGN).key("planted"))),
        attempt("list uploads", () -> acme.listMultipartUploads(list -> list.bucket(FOREIGN))),
        attempt("the services' bucket", () -> acme.listObjectsV2(l -> l.bucket("tarn-services"))),
        attempt("a bucket that nobody has", () -> acme.listObjectsV2(l -> l.bucket("nobodys"))),
        attempt("make a bucket", () -> acme.createBucket(bucket -> bucket.bucket("mine"))),
        attempt("remove its own", () -> acme.deleteBucket(bucket -> bucket.bucket(OWN))));
  }

  @Test
  void takesNoPartOfACopyFromAnotherBucket() {
    // given
    var upload = acme.createMultipartUpload(begin -> begin.bucket(OWN).key("parts")).uploadId();
    // then
    assertThatThrownBy(
            () ->
                acme.uploadPartCopy(
                    part ->
                        part.sourceBucket(FOREIGN)
                            .sourceKey("secret")
                            .destinationBucket(OWN)
                            .destinationKey("parts")
                            .uploadId(upload)
                            .partNumber(1)))
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
  }

  @Test
  void refusesAnotherSecretAndAnUnknownKey() {
    for (var wrong : new String[] {"t-" + GLOBEX, "tarn-services", "t-nobody", "AKIAEXAMPLE"}) {
      try (var client = client(wrong, SECRET.derive("s3-identity", ACME))) {
        assertThatThrownBy(client::listBuckets)
            .isInstanceOfSatisfying(
                S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
      }
    }
    assertThatCode(() -> acme.listBuckets()).doesNotThrowAnyException();
  }

  private static Arguments attempt(String name, ThrowingCallable action) {
    return Arguments.of(name, action);
  }

  private static S3Client client(String accessKey, String secret) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + endpoint.getPort()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret)))
        .build();
  }
}
