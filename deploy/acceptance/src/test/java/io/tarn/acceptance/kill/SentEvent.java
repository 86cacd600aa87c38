package io.tarn.acceptance.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;

/// One event whose text is its own canonical form: members in order, no white space, texts only.
record SentEvent(String id, String time, String text) {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SECONDS = 40 * 24 * 3600;
  private static final String[] NAMES = {
    "AssumeRole", "GetObject", "Invoke", "ExecuteCommand", "RunInstances"
  };

  static SentEvent of(int number, Random random) {
    var id = "kill-%08d".formatted(number);
    var time = FIRST.plusSeconds(random.nextInt(SECONDS)).toString();
    return new SentEvent(
        id, time, text(id, time, NAMES[random.nextInt(NAMES.length)], random.nextLong()));
  }

  /// The event with other content under the same id and time.
  SentEvent withOtherContent(int number) {
    return new SentEvent(id, time, text(id, time, "Conflict", number));
  }

  private static String text(String id, String time, String name, long content) {
    return """
        {"awsRegion":"eu-west-1","eventCategory":"Management","eventID":"%s","eventName":"%s",\
        "eventSource":"ecs.amazonaws.com","eventTime":"%s","eventType":"AwsApiCall","eventVersion":"1.11",\
        "recipientAccountId":"111122223333","requestParameters":{"content":"%d","note":"ünïcode"},\
        "sourceIPAddress":"198.51.100.7","userIdentity":{"accountId":"111122223333",\
        "arn":"arn:aws:iam::111122223333:user/tomas","type":"IAMUser","userName":"tomas"}}"""
        .formatted(id, name, time, content);
  }

  String key() {
    return id + "|" + time + "|" + digest();
  }

  /// The text is already canonical by RFC 8785.
  String digest() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
