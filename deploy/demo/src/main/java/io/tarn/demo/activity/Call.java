package io.tarn.demo.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call of an API, written down field by field and then turned into an event. What is not
/// said is as it mostly is: a change by the plane of management, that succeeded, by an SDK.
final class Call {
  private static final String CONSOLE_TLS =
      ",\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_AES_128_GCM_SHA256\","
          + "\"clientProvidedHostHeader\":\"";

  private final String service;
  private final String name;
  private final Principal who;
  private String address = "";
  private String agent = "";
  private long sessionStart;
  private String request = "null";
  private String response = "null";
  private String additional = "";
  private String resources = "";
  private String errorCode = "";
  private String errorMessage = "";
  private String type = "AwsApiCall";
  private String target = "";
  private boolean isReadOnly;
  private boolean isData;
  private boolean isFromConsole;

  private Call(String service, String name, Principal who) {
    this.service = service;
    this.name = name;
    this.who = who;
    if (who.invokedBy() != null) {
      address = who.invokedBy();
      agent = who.invokedBy();
    }
  }

  /// @param service the service without its domain, such as `ecs`
  static Call of(String service, String name, Principal who) {
    return new Call(service, name, who);
  }

  Call from(String address, String agent) {
    this.address = address;
    this.agent = agent;
    return this;
  }

  Call since(long sessionStart) {
    this.sessionStart = sessionStart;
    return this;
  }

  Call request(Object... namesAndValues) {
    request = Json.of(namesAndValues).text();
    return this;
  }

  Call response(Object... namesAndValues) {
    response = Json.of(namesAndValues).text();
    return this;
  }

  Call additional(Object... namesAndValues) {
    additional = Json.of(namesAndValues).text();
    return this;
  }

  Call on(String account, String type, String arn) {
    resources = Json.list(Json.of("accountId", account, "type", type, "ARN", arn)).text();
    return this;
  }

  /// The call failed; it changed nothing and has no answer.
  Call failed(String code, String message) {
    errorCode = code;
    errorMessage = message;
    response = "null";
    return this;
  }

  /// Subject of the call for the ground truth; not part of the event.
  Call target(String target) {
    this.target = target;
    return this;
  }

  Call signIn() {
    type = "AwsConsoleSignIn";
    return this;
  }

  Call reading() {
    isReadOnly = true;
    return this;
  }

  Call data() {
    isData = true;
    return this;
  }

  Call fromConsole() {
    isFromConsole = true;
    return this;
  }

  String target() {
    return target;
  }

  String service() {
    return service;
  }

  String name() {
    return name;
  }

  Principal who() {
    return who;
  }

  /// The event, as it reaches the account's trail.
  String json(AccountRegion accountRegion, long second, Dice dice) {
    var text = new StringBuilder(1600).append("{\"eventVersion\":\"1.11\",\"userIdentity\":");
    who.appendIdentity(text, sessionStart == 0 ? second : sessionStart);
    text.append(",\"eventTime\":\"").append(Instant.ofEpochSecond(second)).append('"');
    text.append(",\"eventSource\":\"").append(service).append(".amazonaws.com\"");
    field(text, "eventName", name);
    field(text, "awsRegion", accountRegion.region());
    field(text, "sourceIPAddress", address);
    field(text, "userAgent", agent);
    optional(text, "errorCode", errorCode);
    optional(text, "errorMessage", errorMessage);
    text.append(",\"requestParameters\":").append(request);
    text.append(",\"responseElements\":").append(response);
    if (!additional.isEmpty()) {
      text.append(",\"additionalEventData\":").append(additional);
    }
    appendRest(text, accountRegion, dice);
    return text.append('}').toString();
  }

  private void appendRest(StringBuilder text, AccountRegion accountRegion, Dice dice) {
    text.append(",\"requestID\":\"").append(dice.uuid()).append('"');
    text.append(",\"eventID\":\"").append(dice.uuid()).append('"');
    text.append(",\"readOnly\":").append(isReadOnly);
    if (!resources.isEmpty()) {
      text.append(",\"resources\":").append(resources);
    }
    field(text, "eventType", type);
    text.append(",\"managementEvent\":").append(!isData);
    field(text, "recipientAccountId", accountRegion.account());
    if (who.isService()) {
      text.append(",\"sharedEventID\":\"").append(dice.uuid()).append('"');
    }
    field(text, "eventCategory", isData ? "Data" : "Management");
    if (!who.isService()) {
      text.append(CONSOLE_TLS).append(service).append('.').append(accountRegion.region());
      text.append(".amazonaws.com\"}");
    }
    if (isFromConsole) {
      text.append(",\"sessionCredentialFromConsole\":\"true\"");
    }
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(",\"").append(name).append("\":");
    Json.appendQuoted(text, value);
  }

  private static void optional(StringBuilder text, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      field(text, name, value);
    }
  }
}
