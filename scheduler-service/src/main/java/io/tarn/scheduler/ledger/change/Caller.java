package io.tarn.scheduler.ledger.change;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who made a call, from `userIdentity`.
///
/// @param type `IAMUser`, `AssumedRole`, `Root`, `AWSService` and others
/// @param arn the ARN of the user or of the session
/// @param principalId `AROAEXAMPLE:session` for a session
/// @param accessKeyId the key that signed the call
/// @param userName the name of an IAM user
/// @param roleArn the role of a session
/// @param roleName its name
/// @param sourceIdentity `sts:SourceIdentity`
/// @param invokedBy the service that called in somebody's name
public record Caller(
    @Nullable String type,
    @Nullable String arn,
    @Nullable String principalId,
    @Nullable String accessKeyId,
    @Nullable String userName,
    @Nullable String roleArn,
    @Nullable String roleName,
    @Nullable String sourceIdentity,
    @Nullable String invokedBy) {

  /// The name of the session, which often is that of a person; null where there is no session.
  public @Nullable String sessionName() {
    if (arn != null && arn.contains(":assumed-role/")) {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }
    return "AssumedRole".equals(type) && principalId != null && principalId.contains(":")
        ? principalId.substring(principalId.indexOf(':') + 1)
        : null;
  }

  /// Who it was, in a word for people: the best name there is.
  public String who() {
    var root = "Root".equals(type) ? "root" : null;
    return Stream.of(sourceIdentity, sessionName(), root, userName, invokedBy, arn, principalId)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse("unknown");
  }

  /// What calls of one session have in common.
  String session() {
    return Stream.of(accessKeyId, arn, principalId, invokedBy)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse("unknown");
  }
}
