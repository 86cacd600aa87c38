package io.tarn.catalog.library;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Events that a query has to find, and some that only look like them, from
/// `library/planted/<category>.json`.
///
/// A file has an object for each query: `found` and `lookalike`, each with `events`, and with
/// `shows`, by which a row is known to be made of them: texts that cells contain, numbers that
/// cells are. Without `shows` that is `$name`, the name of the query with `-found` or `-lookalike`,
/// which is also the name of the caller. `values` has values of parameters without a default.
///
/// Events are written in short. `do` is `service/Name`; `at` the time from now on, else 3 hours
/// ago; `times` how often, `every` minute or so; `who` is `root`, `session:Role`, `service:host`,
/// `account:id`, else an IAM user; `req`, `res` and `add` are parameters, response and additional
/// data; `data`, `net` and `console` tell the kind of call. All else is taken as it is. `$i` is the
/// number of the event. An event from outside AWS has `from` in place of `do`.
record PlantedEvents(String name, List<String> found, List<String> lookalike, JsonNode plan) {
  private static final String ACCOUNT = "111122223333";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> SHORT =
      Map.of(
          "req", "requestParameters",
          "res", "responseElements",
          "add", "additionalEventData",
          "error", "errorCode");

  static PlantedEvents of(LibraryQuery query, Instant now) {
    var category = query.file().head().category();
    var plan = file(category).path(query.name());
    return new PlantedEvents(
        query.name(),
        events(plan, query.name(), "found", StoreKind.of(category), now),
        events(plan, query.name(), "lookalike", StoreKind.of(category), now),
        plan);
  }

  private static JsonNode file(String category) {
    var path = "/library/planted/" + category + ".json";
    try (var stream = PlantedEvents.class.getResourceAsStream(path)) {
      return stream == null ? NODES.objectNode() : JSON.readTree(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> events(
      JsonNode plan, String query, String part, StoreKind kind, Instant now) {
    var events = new ArrayList<String>();
    for (var draft : plan.path(part).path("events")) {
      var from = now.plus(Duration.parse(draft.path("at").asText("-PT3H")));
      var every = Duration.parse(draft.path("every").asText("PT1M"));
      for (int i = 0; i < draft.path("times").asInt(1); i++) {
        var id =
            UUID.nameUUIDFromBytes((query + part + events.size()).getBytes(StandardCharsets.UTF_8));
        var event = event((ObjectNode) draft, kind, from.plus(every.multipliedBy(i)), id);
        events.add(
            event
                .toString()
                .replace("$name", query + "-" + part)
                .replace("$i", Integer.toString(i)));
      }
    }
    return events;
  }

  private static ObjectNode event(ObjectNode draft, StoreKind kind, Instant time, UUID id) {
    var event = NODES.objectNode();
    event.put("eventVersion", "1.11").put("eventTime", time.toString());
    event.put("eventID", id.toString()).put("awsRegion", "eu-central-1");
    event.put("recipientAccountId", ACCOUNT);
    switch (kind) {
      case CLOUDTRAIL -> fillCall(event, draft);
      case INSIGHT -> fillInsight(event, draft);
      case CONFIGURATION -> fillItem(event, draft);
      case ACTIVITY -> fillActivity(event, draft, time, id);
    }
    return event;
  }

  private static void fillCall(ObjectNode event, ObjectNode draft) {
    var call = draft.path("do").asText().split("/", 2);
    event.put("eventSource", call[0] + ".amazonaws.com").put("eventName", call[1]);
    event.put("sourceIPAddress", "192.0.2.44").put("userAgent", "aws-cli/2.27.1 md/arch#x86_64");
    event.put("readOnly", false).put("eventType", "AwsApiCall").put("managementEvent", true);
    event.put("eventCategory", "Management");
    event.set("userIdentity", identity(draft.path("who").asText(), draft.path("key").asText("")));
    if (draft.has("data")) {
      event.put("managementEvent", false).put("eventCategory", "Data");
    }
    if (draft.has("net")) {
      event.remove("managementEvent");
      event.put("eventType", "AwsVpceEvent").put("eventCategory", "NetworkActivity");
      event.put("vpcEndpointId", "vpce-0abc").put("vpcEndpointAccountId", ACCOUNT);
    }
    if (draft.has("console")) {
      event.put("sessionCredentialFromConsole", "true");
    }
    copy(draft, event, List.of("do", "who", "key", "data", "net", "console"));
  }

  private static ObjectNode identity(String who, String key) {
    var parts = who.split(":", 3);
    var identity = NODES.objectNode();
    return switch (parts[0]) {
      case "root" ->
          identity
              .put("type", "Root")
              .put("principalId", ACCOUNT)
              .put("arn", "arn:aws:iam::" + ACCOUNT + ":root")
              .put("accountId", ACCOUNT);
      case "service" ->
          identity.put("type", "AWSService").put("invokedBy", parts[1] + ".amazonaws.com");
      case "account" ->
          identity
              .put("type", "AWSAccount")
              .put("principalId", "AROAEXAMPLE:$name")
              .put("accountId", parts[1]);
      case "session" -> session(identity, parts[1], parts.length > 2 ? parts[2] : "$name");
      default ->
          identity
              .put("type", "IAMUser")
              .put("principalId", "AIDAEXAMPLE")
              .put("arn", "arn:aws:iam::" + ACCOUNT + ":user/$name")
              .put("accountId", ACCOUNT)
              .put("accessKeyId", key.isEmpty() ? "AKIAPLANTED000000000" : key)
              .put("userName", "$name");
    };
  }

  private static ObjectNode session(ObjectNode identity, String role, String name) {
    identity
        .put("type", "AssumedRole")
        .put("principalId", "AROAEXAMPLE:" + name)
        .put("arn", "arn:aws:sts::%s:assumed-role/%s/%s".formatted(ACCOUNT, role, name))
        .put("accountId", ACCOUNT)
        .put("accessKeyId", "ASIAPLANTED000000000");
    var context = identity.putObject("sessionContext");
    context
        .putObject("sessionIssuer")
        .put("type", "Role")
        .put("principalId", "AROAEXAMPLE")
        .put("arn", "arn:aws:iam::" + ACCOUNT + ":role/" + role)
        .put("accountId", ACCOUNT)
        .put("userName", role);
    context.putObject("attributes").put("mfaAuthenticated", "true");
    return identity;
  }

  private static void fillInsight(ObjectNode event, ObjectNode draft) {
    event.put("eventCategory", "Insight").put("eventType", "AwsCloudTrailInsight");
    event.put("insightEventSource", "iot.amazonaws.com");
    copy(draft, event, List.of());
  }

  private static void fillItem(ObjectNode event, ObjectNode draft) {
    event.put("eventCategory", "ConfigurationItem").put("eventType", "AwsConfigurationItem");
    copy(draft, event, List.of());
  }

  private static void fillActivity(ObjectNode event, ObjectNode draft, Instant time, UUID id) {
    event.put("eventCategory", "ActivityAuditLog").put("eventType", "ActivityLog");
    event
        .putObject("metadata")
        .put("ingestionTime", time.plusSeconds(60).toString().replace("T", " ").replace("Z", ""))
        .put("channelARN", "arn:aws:cloudtrail:eu-central-1:" + ACCOUNT + ":channel/planted");
    var call = draft.path("from").asText().split("/", 2);
    var data = event.putObject("eventData");
    data.put("version", "1.0").put("eventSource", call[0]).put("eventName", call[1]);
    data.put("eventTime", time.toString().replace("Z", "")).put("UID", id.toString());
    data.put("recipientAccountId", ACCOUNT).put("sourceIPAddress", "192.0.2.44");
    data.putObject("userIdentity")
        .put("type", "user")
        .put("principalId", "$name")
        .putObject("details")
        .put("Repository", "planted");
    copy(draft, data, List.of("from", "metadata"));
    if (draft.has("metadata")) {
      event.set("metadata", draft.get("metadata"));
    }
  }

  private static void copy(ObjectNode draft, ObjectNode event, List<String> known) {
    for (var field : draft.properties()) {
      if (!known.contains(field.getKey())
          && !List.of("at", "times", "every").contains(field.getKey())) {
        event.set(SHORT.getOrDefault(field.getKey(), field.getKey()), field.getValue());
      }
    }
  }

  /// Values of parameters that have no default.
  Map<String, Object> values() {
    return plan.has("values")
        ? JSON.convertValue(plan.get("values"), new TypeReference<>() {})
        : Map.of();
  }

  /// Whether a row is made of the events of this part.
  boolean isShown(String part, List<@Nullable Object> row) {
    var shows = plan.path(part).path("shows");
    var marks = shows.isMissingNode() ? NODES.arrayNode().add("$name") : shows;
    for (var mark : marks) {
      if (row.stream().noneMatch(cell -> shows(cell, mark, part))) {
        return false;
      }
    }
    return true;
  }

  private boolean shows(@Nullable Object cell, JsonNode mark, String part) {
    if (mark.isNumber()) {
      return cell instanceof Number number && number.doubleValue() == mark.asDouble();
    }
    var text = mark.asText().replace("$name", name + "-" + part);
    return Pattern.compile("(?<![a-z-])" + Pattern.quote(text))
        .matcher(String.valueOf(cell))
        .find();
  }
}
