package io.tarn.scheduler.approval.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySignatureTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final String SECONDS = Long.toString(NOW.getEpochSecond());

  /// The example of GitHub's documentation of webhooks.
  @Test
  void agreesWithTheExampleOfGithub() {
    var signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    var headers = new DeliveryHeaders(signature, null, null, null, null);
    assertThat(
            DeliverySignature.isGood(
                AdapterKind.GITHUB,
                headers,
                "Hello, World!".getBytes(UTF_8),
                List.of("It's a Secret to Everybody"),
                NOW))
        .isTrue();
  }

  /// The example of Atlassian's documentation of admin webhooks.
  @Test
  void agreesWithTheExampleOfJira() {
    var signature = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";
    var headers = new DeliveryHeaders(null, signature, null, null, null);
    assertThat(
            DeliverySignature.isGood(
                AdapterKind.JIRA,
                headers,
                "Hello World!".getBytes(UTF_8),
                List.of("It's a Secret to Everybody"),
                NOW))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(AdapterKind.class)
  void takesTheRightSignatureOnlyAndInItsOwnHeaderOnly(AdapterKind kind) {
    var good = headers(kind, "right", "{}", SECONDS);
    assertThat(isGood(kind, good, "{}", "other", "right")).isTrue();
    assertThat(isGood(kind, good, "{ }", "right")).isFalse();
    assertThat(isGood(kind, good, "{}", "wrong")).isFalse();
    assertThat(isGood(kind, good, "{}")).isFalse();
    for (var other : AdapterKind.values()) {
      var isSameWay = isOwn(other) && isOwn(kind);
      assertThat(isGood(other, good, "{}", "right")).isEqualTo(other == kind || isSameWay);
    }
    assertThat(isGood(kind, new DeliveryHeaders(null, null, null, null, null), "{}", "right"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha1=00", "sha256=zz", "00", "sha256=0011"})
  void takesNoSignatureOfAnotherForm(String header) {
    var headers = new DeliveryHeaders(header, header, header, SECONDS, null);
    for (var kind : AdapterKind.values()) {
      assertThat(isGood(kind, headers, "{}", "right")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
  void takesRecentTimestampsOnly(long age, boolean isTaken) {
    var seconds = Long.toString(NOW.getEpochSecond() - age);
    var headers = headers(AdapterKind.SERVICENOW, "right", "{}", seconds);
    assertThat(isGood(AdapterKind.SERVICENOW, headers, "{}", "right")).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "", "9223372036854775807", "-9223372036854775808"})
  void takesNoTimestampThatIsNone(String seconds) {
    var headers = headers(AdapterKind.TEAM, "right", "{}", seconds);
    assertThat(isGood(AdapterKind.TEAM, headers, "{}", "right")).isFalse();
  }

  @Test
  void signsTheTimestampToo() {
    var signed = headers(AdapterKind.TEAM, "right", "{}", SECONDS);
    var moved = Long.toString(NOW.getEpochSecond() + 1);
    var forged = new DeliveryHeaders(null, null, signed.tarnSignature(), moved, null);
    assertThat(isGood(AdapterKind.TEAM, forged, "{}", "right")).isFalse();
  }

  @Test
  void takesBase64AsServiceNowComputesIt() {
    var hmac = DeliverySignature.hmac("right", SECONDS + ".", "{}".getBytes(UTF_8));
    var header = "sha256=" + Base64.getEncoder().encodeToString(hmac);
    var headers = new DeliveryHeaders(null, null, header, SECONDS, null);
    assertThat(isGood(AdapterKind.SERVICENOW, headers, "{}", "right")).isTrue();
  }

  private static boolean isOwn(AdapterKind kind) {
    return kind == AdapterKind.SERVICENOW || kind == AdapterKind.TEAM;
  }

  private static DeliveryHeaders headers(
      AdapterKind kind, String secret, String body, @Nullable String seconds) {
    var before = isOwn(kind) ? seconds + "." : "";
    var signature = Payloads.signature(secret, before, body.getBytes(UTF_8));
    return switch (kind) {
      case GITHUB -> new DeliveryHeaders(signature, null, null, null, null);
      case JIRA -> new DeliveryHeaders(null, signature, null, null, null);
      case SERVICENOW, TEAM -> new DeliveryHeaders(null, null, signature, seconds, null);
    };
  }

  private static boolean isGood(
      AdapterKind kind, DeliveryHeaders headers, String body, String... secrets) {
    return DeliverySignature.isGood(kind, headers, body.getBytes(UTF_8), List.of(secrets), NOW);
  }
}
