package io.tarn.local.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tarn.parts.Ports;
import io.tarn.testing.TestS3;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3BucketTest {
  @Test
  void streamsTheObjectsThatWereWritten() throws Exception {
    // given
    Files.createDirectories(TestS3.running().data().resolve("sending"));
    try (var bucket = S3Bucket.ofEnvironment("sending", environment())) {
      bucket.put("in/b c+ü.json", "{\"b\":1}".getBytes(UTF_8), Map.of("signature", "00ff"));
      bucket.put("in/a.json.gz", new byte[3_000_000], Map.of());
      bucket.put("in/c/", new byte[0], Map.of());
      bucket.put("in/c/trail-to-s3-1", "{}".getBytes(UTF_8), Map.of());
      // when
      var found = bucket.objects("in/");
      // then
      assertThat(found)
          .extracting(Sendable::name, Sendable::size)
          .containsExactly(
              tuple("s3://sending/in/a.json.gz", 3_000_000L),
              tuple("s3://sending/in/b c+ü.json", 7L),
              tuple("s3://sending/in/c/trail-to-s3-1", 2L));
      try (var content = found.get(1).open()) {
        assertThat(content).hasContent("{\"b\":1}");
      }
    }
  }

  @Test
  void saysWhoWasRefusedWhat() throws Exception {
    // given
    var wrong = environment();
    wrong.put("AWS_ACCESS_KEY_ID", "AKIANOBODY");
    try (var bucket = S3Bucket.ofEnvironment("sending", wrong)) {
      // then
      assertThatThrownBy(() -> bucket.objects("in/"))
          .isInstanceOf(IOException.class)
          .hasMessageMatching("s3://sending/in/ was refused to AKIANOBODY: 403 [A-Za-z]+");
      assertThatThrownBy(() -> bucket.put("a.json", new byte[4_000_000], Map.of()))
          .hasMessageMatching("s3://sending/a.json was refused to AKIANOBODY: 403 [A-Za-z]+");
    }
  }

  @Test
  void saysWhereNothingAnswers() throws Exception {
    // given
    var nowhere = environment();
    nowhere.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + Ports.free());
    try (var bucket = S3Bucket.ofEnvironment("sending", nowhere)) {
      // then
      assertThatThrownBy(() -> bucket.objects(""))
          .isInstanceOf(IOException.class)
          .hasMessage("Nothing answers at " + nowhere.get("AWS_ENDPOINT_URL_S3"));
    }
  }

  @Test
  void needsAnIdentityOfTheEnvironment() {
    assertThatThrownBy(() -> S3Bucket.ofEnvironment("sending", Map.of()))
        .hasMessage("This bucket is not the tenant's own; set AWS_ACCESS_KEY_ID.");
  }

  private static Map<String, String> environment() {
    var services = TestS3.running().configuration();
    return new HashMap<>(
        Map.of(
            "AWS_ENDPOINT_URL_S3", services.get("TARN_S3_ENDPOINT") + "/",
            "AWS_ACCESS_KEY_ID", services.get("TARN_S3_ACCESS_KEY_ID"),
            "AWS_SECRET_ACCESS_KEY", services.get("TARN_S3_SECRET_ACCESS_KEY")));
  }
}
