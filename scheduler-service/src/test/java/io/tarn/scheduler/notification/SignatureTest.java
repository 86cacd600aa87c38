package io.tarn.scheduler.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_771_234_567);
  private static final byte[] BODY = "{\"id\":\"é\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void isWhatOthersCompute() {
    // By: printf '%s' '1771234567.{"id":"é"}' | openssl dgst -sha256 -hmac tarn_whsec_x
    assertThat(Signature.of(BODY, List.of("tarn_whsec_x"), NOW))
        .isEqualTo(
            "t=1771234567,v1=1ef656330e8fe0c39879fa8eeeba9aa202cb91e3c242ac26ef6479c705099c99");
  }

  @Test
  void verifiesByEachSecretAndNoOther() {
    var header = Signature.of(BODY, List.of("new", "old".repeat(50)), NOW);
    assertThat(SignatureVerifier.verifies(header, BODY, "new", NOW)).isTrue();
    assertThat(SignatureVerifier.verifies(header, BODY, "old".repeat(50), NOW)).isTrue();
    assertThat(SignatureVerifier.verifies(header, BODY, "other", NOW)).isFalse();
  }

  @Test
  void coversTheBodyAndTheTime() {
    var header = Signature.of(BODY, List.of("secret"), NOW);
    var other = BODY.clone();
    other[2] ^= 1;
    assertThat(SignatureVerifier.verifies(header, other, "secret", NOW)).isFalse();
    assertThat(SignatureVerifier.verifies(header, BODY, "secret", NOW.plusSeconds(600))).isFalse();
    var moved = header.replace("t=1771234567", "t=1771234568");
    assertThat(SignatureVerifier.verifies(moved, BODY, "secret", NOW)).isFalse();
  }

  @Test
  void signsWithTheSecretBeforeForADay() {
    // given
    var first = ChannelSecret.of(URI.create("https://hooks.example.com/"), ChannelKind.WEBHOOK);
    // when
    var rotated = first.rotated(NOW);
    // then
    var soon = rotated.signingAt(NOW.plus(Duration.ofHours(23)));
    assertThat(soon).hasSize(2).endsWith(first.signingAt(NOW).getFirst());
    assertThat(rotated.signingAt(NOW.plus(Duration.ofHours(24)))).hasSize(1);
    assertThat(rotated.toString()).doesNotContain("whsec", "hooks");
  }
}
