package io.tarn.demo.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Caller: a session of a role, an IAM user, the root user, another account, or a service.
///
/// @param arn null for a service of AWS
/// @param invokedBy the service that calls by itself; null for others
/// @param identity the `userIdentity` of an event; where a session begins is left open
record Principal(@Nullable String arn, @Nullable String invokedBy, String identity) {
  private static final String SESSION_START = "§";

  /// A session of a role with a session name.
  static Principal session(String account, String role, String path, String name, boolean mfa) {
    var id = "AROA" + new Dice(Dice.numberOf(role), Dice.numberOf(account)).key(17);
    var arn = "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role, name);
    var issuer =
        Json.of(
            "type", "Role",
            "principalId", id,
            "arn", "arn:aws:iam::%s:role/%s%s".formatted(account, path, role),
            "accountId", account,
            "userName", role);
    var attributes =
        Json.of("creationDate", SESSION_START, "mfaAuthenticated", mfa ? "true" : "false");
    return new Principal(
        arn,
        null,
        Json.of(
                "type",
                "AssumedRole",
                "principalId",
                id + ":" + name,
                "arn",
                arn,
                "accountId",
                account,
                "accessKeyId",
                "ASIA" + new Dice(Dice.numberOf(arn)).key(16),
                "sessionContext",
                Json.of("sessionIssuer", issuer, "attributes", attributes))
            .text());
  }

  static Principal user(String account, String name, String accessKey) {
    var arn = "arn:aws:iam::%s:user/%s".formatted(account, name);
    return new Principal(
        arn,
        null,
        Json.of(
                "type", "IAMUser",
                "principalId", "AIDA" + new Dice(Dice.numberOf(arn)).key(17),
                "arn", arn,
                "accountId", account,
                "accessKeyId", accessKey,
                "userName", name)
            .text());
  }

  static Principal root(String account) {
    var arn = "arn:aws:iam::%s:root".formatted(account);
    return new Principal(
        arn,
        null,
        Json.of(
                "type", "Root",
                "principalId", account,
                "arn", arn,
                "accountId", account,
                "accessKeyId", "")
            .text());
  }

  /// A role of another account, as the called account sees it.
  static Principal foreign(String account, String role, String session) {
    var arn = "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role, session);
    var id = "AROA" + new Dice(Dice.numberOf(arn)).key(17) + ":" + session;
    return new Principal(
        arn,
        null,
        Json.of("type", "AWSAccount", "principalId", id, "arn", arn, "accountId", account).text());
  }

  static Principal service(String host) {
    return new Principal(null, host, Json.of("type", "AWSService", "invokedBy", host).text());
  }

  /// A sign-in with an unknown name.
  static Principal unknown(String account) {
    return new Principal(
        null,
        null,
        Json.of(
                "type", "IAMUser",
                "accountId", account,
                "accessKeyId", "",
                "userName", "HIDDEN_DUE_TO_SECURITY_REASONS")
            .text());
  }

  boolean isService() {
    return invokedBy != null;
  }

  /// The identity in a session that began at that second.
  void appendIdentity(StringBuilder text, long sessionStart) {
    var open = identity.indexOf(SESSION_START);
    if (open < 0) {
      text.append(identity);
    } else {
      text.append(identity, 0, open)
          .append(Instant.ofEpochSecond(sessionStart))
          .append(identity, open + 1, identity.length());
    }
  }
}
