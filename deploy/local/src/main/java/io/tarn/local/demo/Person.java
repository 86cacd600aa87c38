package io.tarn.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Somebody in a demo tenant, as `userIdentity` of an event: a role's session or an IAM user.
record Person(String name, String account, String role) {
  private static final ObjectMapper JSON = new ObjectMapper();

  ObjectNode session(String sessionStart) {
    var principal = "AROA" + stable(role + account);
    var identity =
        JSON.createObjectNode()
            .put("type", "AssumedRole")
            .put("principalId", principal + ":" + name)
            .put("arn", "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role, name))
            .put("accountId", account)
            .put("accessKeyId", "ASIA" + stable(name + role));
    var context = identity.putObject("sessionContext");
    context
        .putObject("sessionIssuer")
        .put("type", "Role")
        .put("principalId", principal)
        .put("arn", "arn:aws:iam::%s:role/%s".formatted(account, role))
        .put("accountId", account)
        .put("userName", role);
    context
        .putObject("attributes")
        .put("creationDate", sessionStart)
        .put("mfaAuthenticated", "true");
    return identity;
  }

  ObjectNode user() {
    return JSON.createObjectNode()
        .put("type", "IAMUser")
        .put("principalId", "AIDA" + stable(name + account))
        .put("arn", "arn:aws:iam::%s:user/%s".formatted(account, name))
        .put("accountId", account)
        .put("userName", name);
  }

  static ObjectNode service(String service) {
    return JSON.createObjectNode().put("type", "AWSService").put("invokedBy", service);
  }

  /// Sixteen characters in the form of an AWS id, always the same for the same text.
  private static String stable(String text) {
    var number = Integer.toUnsignedLong(text.hashCode()) * 0x9E3779B97F4A7C15L;
    var id = Long.toUnsignedString(number, 36) + "0000000000000000";
    return id.substring(0, 16).toUpperCase(java.util.Locale.ROOT);
  }
}
