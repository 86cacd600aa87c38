package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands beside events where AWS delivers them and is known to hold none: nothing is lost
/// with it.
public enum OtherContent {
  /// Tells that an object was written, or that somebody subscribed, or tests that this works.
  NOTICE("notice"),
  /// By which CloudWatch Logs asks whether a destination is alive.
  HEALTH_PROBE("health-probe"),
  /// The hashes and the signature of the result files of a query.
  SIGN_FILE("sign-file"),
  /// A snapshot or a history of AWS Config.
  CONFIG_SNAPSHOT("config-snapshot");

  private static final Set<String> SUBSCRIPTIONS =
      Set.of("SubscriptionConfirmation", "UnsubscribeConfirmation");
  private static final String VALIDATION = "CloudTrail validation message";
  private static final String PROBE = "CWL CONTROL MESSAGE";
  private static final int DEEPEST = 3;

  private final String value;

  OtherContent(String value) {
    this.value = value;
  }

  /// The stable form in answers and ledgers.
  public String value() {
    return value;
  }

  /// What an object is that is no event, by what stands at its first level; it may be cut off.
  public static Optional<OtherContent> of(byte[] object) {
    return of(object, DEEPEST);
  }

  private static Optional<OtherContent> of(byte[] object, int depth) {
    var members = members(object);
    if (isConfigSnapshot(members)) {
      return Optional.of(CONFIG_SNAPSHOT);
    } else if (members.containsKey("hashSignature") && members.containsKey("files")) {
      return Optional.of(SIGN_FILE);
    } else if (isProbe(members)) {
      return Optional.of(HEALTH_PROBE);
    } else if (isNotice(members)) {
      return Optional.of(NOTICE);
    }
    return inMessage(members, depth);
  }

  private static boolean isConfigSnapshot(Map<String, String> members) {
    return members.containsKey("fileVersion")
        && (members.containsKey("configSnapshotId") || members.containsKey("configurationItems"));
  }

  private static boolean isProbe(Map<String, String> members) {
    return members.getOrDefault("messageType", "").equals("CONTROL_MESSAGE")
        || members.getOrDefault("message", "").startsWith(PROBE);
  }

  private static boolean isNotice(Map<String, String> members) {
    return (members.containsKey("s3Bucket") && members.containsKey("s3ObjectKey"))
        || (members.getOrDefault("eventSource", "").equals("aws:s3") && members.containsKey("s3"))
        || members.getOrDefault("Event", "").equals("s3:TestEvent")
        || (members.getOrDefault("source", "").equals("aws.s3") && members.containsKey("detail"))
        || SUBSCRIPTIONS.contains(members.getOrDefault("Type", ""))
        || members.getOrDefault("Message", "").startsWith(VALIDATION);
  }

  /// What the message of a topic or a queue is.
  private static Optional<OtherContent> inMessage(Map<String, String> members, int depth) {
    for (var name : EventKeys.OF_STRINGS) {
      var text = members.getOrDefault(name, "");
      if (depth > 0 && text.startsWith("{")) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1), depth - 1);
      }
    }
    return Optional.empty();
  }

  /// The members of an object with their texts, empty for what is none; each byte is a character.
  private static Map<String, String> members(byte[] object) {
    var members = new HashMap<String, String>();
    try (var parser = ByteJson.parser(object)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        read(parser, members);
      }
    } catch (JsonProcessingException _) {
      return members; // as far as it is well-formed
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return members;
  }

  private static void read(JsonParser parser, Map<String, String> members) throws IOException {
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
      members.put(name, isText ? parser.getText() : "");
      parser.skipChildren();
    }
  }
}
