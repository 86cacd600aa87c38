package io.tarn.demo.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.realm.DemoTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DemoRequest ORDER =
      new DemoRequest(
          2000,
          4,
          Instant.parse("2026-02-02T00:00:00Z"),
          Instant.parse("2026-02-05T12:00:00Z"),
          DemoRequest.DAILY);
  private static final TrailKey KEY = TrailKey.of(ORDER.seed());
  private static final String LOG_FILE =
      "demo/AWSLogs/\\d{12}/CloudTrail/[\\w-]+/\\d{4}/\\d\\d/\\d\\d/"
          + "\\d{12}_CloudTrail_[\\w-]+_\\d{8}T\\d{4}Z_\\w{16}\\.json\\.gz";
  private static final String DIGEST =
      "demo/AWSLogs/\\d{12}/CloudTrail-Digest/[\\w-]+/\\d{4}/\\d\\d/\\d\\d/"
          + "\\d{12}_CloudTrail-Digest_[\\w-]+_organization_us-east-1_\\d{8}T\\d{6}Z\\.json\\.gz";

  @TempDir private Path folder;

  @Test
  void writesTheSameBytesTwice() throws Exception {
    // when
    var first = write("first");
    var second = write("second");
    // then
    assertThat(second.keySet()).containsExactlyElementsOf(first.keySet());
    second.forEach((key, object) -> assertThat(object.bytes()).isEqualTo(first.get(key).bytes()));
    for (var file : new String[] {"commands", "console-changes", "invocations"}) {
      assertThat(folder.resolve("second/" + file + ".ndjson"))
          .hasSameTextualContentAs(folder.resolve("first/" + file + ".ndjson"))
          .isNotEmptyFile();
    }
  }

  @Test
  void laysFilesOutAsATrailDoes() throws Exception {
    // when
    var objects = write("layout");
    // then
    assertThat(objects.keySet())
        .allSatisfy(key -> assertThat(key).matches(LOG_FILE + "|" + DIGEST));
    assertThat(objects.values().stream().mapToInt(TrailObject::events).sum()).isEqualTo(2000);
    for (var object : objects.values()) {
      var records = text(object).path("Records");
      assertThat(records).hasSize(object.events());
    }
  }

  @Test
  void namesEveryLogFileInOneDigestWithItsHash() throws Exception {
    // given
    var objects = write("hashes");
    var named = new LinkedHashMap<String, String>();
    // when
    for (var object : objects.values()) {
      for (var file : text(object).path("logFiles")) {
        named.put(file.path("s3Object").asText(), file.path("hashValue").asText());
      }
    }
    // then
    assertThat(named.keySet())
        .containsExactlyInAnyOrderElementsOf(
            objects.keySet().stream().filter(key -> key.matches(LOG_FILE)).toList());
    for (var file : named.entrySet()) {
      assertThat(sha256(unzipped(objects.get(file.getKey())))).isEqualTo(file.getValue());
    }
  }

  @Test
  void signsEachDigestAndChainsItToTheOneBefore() throws Exception {
    // given
    var objects = write("chain");
    var digests = objects.values().stream().filter(object -> object.key().matches(DIGEST)).toList();
    var starting = 0;
    // then
    for (var digest : digests) {
      var json = text(digest);
      assertThat(json.path("digestS3Object").asText()).isEqualTo(digest.key());
      assertThat(isSigned(digest, json)).as(digest.key()).isTrue();
      if (json.path("previousDigestS3Object").isNull()) {
        starting++;
      } else {
        var before = objects.get(json.path("previousDigestS3Object").asText());
        assertThat(json.path("previousDigestHashValue").asText())
            .isEqualTo(sha256(unzipped(before)));
        assertThat(json.path("previousDigestSignature").asText())
            .isEqualTo(before.metadata().get("signature"));
        assertThat(json.path("digestStartTime")).isEqualTo(text(before).path("digestEndTime"));
      }
    }
    assertThat(digests).hasSize(4 * 6);
    assertThat(starting).isEqualTo(6);
  }

  private Map<String, TrailObject> write(String name) throws IOException, InterruptedException {
    var objects = new LinkedHashMap<String, TrailObject>();
    var activity = new DemoActivity(DemoTenant.ALL.getFirst(), ORDER);
    try (var truth = new GroundTruth(Files.createDirectories(folder.resolve(name)))) {
      new TrailWriter(activity, KEY, "a-bucket", "demo/")
          .write(object -> objects.put(object.key(), object), truth);
    }
    return objects;
  }

  /// The check that the AWS CLI makes.
  private static boolean isSigned(TrailObject digest, JsonNode json)
      throws IOException, GeneralSecurityException {
    var before = json.path("previousDigestSignature");
    var signed =
        String.join(
            "\n",
            json.path("digestEndTime").asText(),
            json.path("digestS3Bucket").asText() + "/" + json.path("digestS3Object").asText(),
            sha256(unzipped(digest)),
            before.isNull() ? "null" : before.asText());
    var check = Signature.getInstance("SHA256withRSA");
    check.initVerify(KeyFactory.getInstance("RSA").generatePublic(publicKey()));
    check.update(signed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return check.verify(HexFormat.of().parseHex(digest.metadata().get("signature")));
  }

  /// PKCS#1 of a 2048-bit key: a sequence of two integers with lengths of two bytes and of one.
  private static RSAPublicKeySpec publicKey() {
    var der = Base64.getDecoder().decode(KEY.publicKey());
    var modulus = Arrays.copyOfRange(der, 8, 8 + 257);
    var exponent = Arrays.copyOfRange(der, 8 + 257 + 2, der.length);
    return new RSAPublicKeySpec(new BigInteger(modulus), new BigInteger(exponent));
  }

  private static JsonNode text(TrailObject object) throws IOException {
    return JSON.readTree(unzipped(object));
  }

  private static byte[] unzipped(TrailObject object) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(object.bytes()))) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
