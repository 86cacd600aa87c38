package io.tarn.scheduler.ledger.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads facts out of an event as CloudTrail wrote it, the column `eventJson` of Lake SQL.
public final class EventFacts {
  private static final int ID_BYTES = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventFacts() {}

  /// The facts of an event; empty if it is no event of an API: it has no time, source or name.
  public static Optional<ChangeEvent> of(String eventJson, @Nullable String store) {
    try {
      return of(JSON.readTree(eventJson), store);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  static Optional<ChangeEvent> of(JsonNode event, @Nullable String store) {
    var time = time(event);
    var source = text(event.path("eventSource"));
    var name = text(event.path("eventName"));
    if (time == null || source == null || name == null) {
      return Optional.empty();
    }
    var eventId = text(event.path("eventID"));
    return Optional.of(
        new ChangeEvent(
            idOf(event),
            eventId == null ? "" : eventId,
            time,
            store,
            account(event),
            text(event.path("awsRegion")),
            source,
            name,
            text(event.path("eventType")),
            caller(event.path("userIdentity")),
            text(event.path("sourceIPAddress")),
            text(event.path("userAgent")),
            text(event.path("errorCode")),
            truth(event.path("readOnly")),
            truth(event.path("managementEvent")),
            Boolean.TRUE.equals(truth(event.path("sessionCredentialFromConsole"))),
            resources(event)));
  }

  private static @Nullable Instant time(JsonNode event) {
    try {
      return Instant.parse(event.path("eventTime").asText());
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable String account(JsonNode event) {
    var recipient = text(event.path("recipientAccountId"));
    return recipient == null ? text(event.path("userIdentity").path("accountId")) : recipient;
  }

  private static Caller caller(JsonNode identity) {
    var session = identity.path("sessionContext");
    var issuer = session.path("sessionIssuer");
    return new Caller(
        text(identity.path("type")),
        text(identity.path("arn")),
        text(identity.path("principalId")),
        text(identity.path("accessKeyId")),
        text(identity.path("userName")),
        text(issuer.path("arn")),
        text(issuer.path("userName")),
        text(session.path("sourceIdentity")),
        text(identity.path("invokedBy")));
  }

  private static List<ChangedResource> resources(JsonNode event) {
    var found = new ArrayList<ChangedResource>();
    for (var resource : event.path("resources")) {
      var arn = text(resource.path("ARN"));
      if (arn != null) {
        found.add(ChangedResource.ofArn(arn));
      }
    }
    return found.isEmpty() ? NamedResources.in(event.path("requestParameters")) : found;
  }

  /// The same event has the same id wherever it is found. Ids of events are unique within an
  /// account only as far as people do not make them up, so time and name count, too.
  private static String idOf(JsonNode event) {
    var parts = new ArrayList<String>();
    for (var field : List.of("eventID", "recipientAccountId", "eventTime", "eventSource")) {
      parts.add(event.path(field).asText());
    }
    parts.add(event.path("eventName").asText());
    var whole = parts.getFirst().isEmpty() ? event.toString() : String.join("\n", parts);
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static @Nullable String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText()
        : null;
  }

  /// Events have truth values as such and as texts of any case.
  private static @Nullable Boolean truth(JsonNode value) {
    return (value.isValueNode() && !value.isNull()) ? Boolean.valueOf(value.asText()) : null;
  }
}
