package io.tarn.sql.generated;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Events of a made-up account: few values that often meet, with NULLs, empty texts, characters
/// beyond the basic plane, and times that are equal or a millisecond apart.
public final class SyntheticEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long FIRST = Instant.parse("2023-12-30T22:00:00Z").toEpochMilli();
  private static final List<String> NAMES =
      List.of(
          "RunInstances",
          "AssumeRole",
          "GetObject",
          "PutObject",
          "",
          "Zü😀",
          "Z～",
          "a_b%c\\",
          "ConsoleLogin");
  private static final List<String> SOURCES =
      List.of("ec2.amazonaws.com", "sts.amazonaws.com", "s3.amazonaws.com", "odd.example");
  private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "");
  private static final List<String> ERRORS = List.of("AccessDenied", "Client.Unauthorized", "");
  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "192.168.1.200", "2001:db8::1", "ec2.amazonaws.com");
  private static final List<String> COUNTS = List.of("0", "1", "42", "-7", "3.5", " 5", "many", "");

  private SyntheticEvents() {}

  /// So many events, as the JSON of a trail.
  public static List<String> json(int count) {
    var dice = new Dice(count);
    var events = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      events.add(event(dice, "e%03d".formatted(i)).toString());
    }
    return events;
  }

  private static ObjectNode event(Dice dice, String id) {
    var event = JSON.createObjectNode();
    event.put("eventVersion", "1.08");
    identity(dice, event);
    event.put("eventTime", time(dice));
    event.put("eventSource", dice.of(SOURCES));
    event.put("eventName", dice.of(NAMES));
    maybe(dice, event, "awsRegion", REGIONS);
    maybe(dice, event, "sourceIPAddress", ADDRESSES);
    maybe(dice, event, "userAgent", List.of("aws-cli/2.15", "Mozilla/5.0 (X11)", ""));
    if (dice.oneIn(3)) {
      event.put("errorCode", dice.of(ERRORS));
      maybe(
          dice,
          event,
          "errorMessage",
          List.of("User: arn:aws:iam::1:user/x is not authorized", "no\nline", ""));
    }
    parameters(dice, event);
    event.put("eventID", id);
    if (!dice.oneIn(5)) {
      event.put("readOnly", dice.oneIn(2));
    }
    resources(dice, event);
    event.put("eventType", "AwsApiCall");
    if (!dice.oneIn(5)) {
      event.put("managementEvent", dice.oneIn(2));
    }
    event.put("recipientAccountId", dice.one("111122223333", "000000000042"));
    if (dice.oneIn(2)) {
      var tls = event.putObject("tlsDetails");
      maybe(dice, tls, "tlsVersion", List.of("TLSv1.2", "TLSv1.3"));
      maybe(dice, tls, "cipherSuite", List.of("ECDHE"));
    }
    return event;
  }

  private static void identity(Dice dice, ObjectNode event) {
    if (dice.oneIn(6)) {
      return;
    }
    var identity = event.putObject("userIdentity");
    maybe(dice, identity, "type", List.of("IAMUser", "AssumedRole", "Root"));
    maybe(
        dice,
        identity,
        "arn",
        List.of("arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/bob", ""));
    maybe(dice, identity, "userName", List.of("alice", "bob", "Ünal"));
    if (dice.oneIn(2)) {
      var session = identity.putObject("sessionContext");
      if (dice.oneIn(2)) {
        var attributes = session.putObject("attributes");
        attributes.put("creationDate", time(dice));
        maybe(dice, attributes, "mfaAuthenticated", List.of("true", "false"));
      }
      if (dice.oneIn(2)) {
        session.putObject("sessionIssuer").put("userName", dice.one("Admin", "reader"));
      }
    }
  }

  private static void parameters(Dice dice, ObjectNode event) {
    if (!dice.oneIn(4)) {
      var parameters = event.putObject("requestParameters");
      maybe(dice, parameters, "count", COUNTS);
      maybe(dice, parameters, "bucketName", List.of("logs", "Logs", "ünder", ""));
      if (dice.oneIn(4)) {
        parameters.putNull("acl");
      }
      if (dice.oneIn(4)) {
        parameters.putObject("tagSet").put("k", "v").putArray("items").add(1).add("two");
      }
    }
    if (dice.oneIn(3)) {
      event.putObject("responseElements").put("ok", true).put("a", dice.of(COUNTS));
    }
    if (dice.oneIn(3)) {
      event.putObject("additionalEventData").put("bytes", dice.below(3) * 1000);
    }
  }

  private static void resources(Dice dice, ObjectNode event) {
    if (dice.oneIn(3)) {
      var list = event.putArray("resources");
      for (int i = dice.below(4); i > 0; i--) {
        var resource = list.addObject();
        maybe(dice, resource, "accountId", List.of("111122223333", "42"));
        maybe(dice, resource, "type", List.of("AWS::S3::Bucket", "AWS::S3::Object"));
        maybe(dice, resource, "ARN", List.of("arn:aws:s3:::logs", "arn:aws:s3:::ünder"));
      }
    }
  }

  private static void maybe(Dice dice, ObjectNode object, String name, List<String> values) {
    if (!dice.oneIn(5)) {
      object.put(name, dice.of(values));
    }
  }

  private static String time(Dice dice) {
    var millis = FIRST + dice.below(40) * 3_600_000L + dice.below(3);
    return Instant.ofEpochMilli(millis).toString();
  }
}
