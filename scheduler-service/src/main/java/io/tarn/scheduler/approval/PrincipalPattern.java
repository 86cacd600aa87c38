package io.tarn.scheduler.approval;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whom an approval is for.
///
/// @param kind what the pattern is compared with
/// @param pattern `*` stands for any number of characters, `?` for one
public record PrincipalPattern(Kind kind, String pattern) {

  /// What a pattern is compared with.
  public enum Kind {
    /// The ARN of the principal, and of the role of its session.
    @JsonProperty("arn")
    ARN,
    /// The name of the role of a session.
    @JsonProperty("role")
    ROLE,
    /// The name of a session, which often is the name or mail address of a person.
    @JsonProperty("session-name")
    SESSION_NAME,
    /// `sts:SourceIdentity`.
    @JsonProperty("source-identity")
    SOURCE_IDENTITY,
    /// The name of an IAM user.
    @JsonProperty("user-name")
    USER_NAME
  }
}
