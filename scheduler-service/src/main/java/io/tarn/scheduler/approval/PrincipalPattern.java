package io.tarn.scheduler.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// Whom an approval is for.
///
/// @param kind what the pattern is compared with
/// @param pattern `*` stands for any number of characters, `?` for one
public record PrincipalPattern(Kind kind, String pattern) {
  /// How a text of one looks.
  public static final String FORM =
      "must be kind=pattern, of the kinds arn, role, session-name, source-identity and user-name";

  /// Reads `role=Deployer*`; empty where the text has another form.
  public static Optional<PrincipalPattern> of(String text) {
    int at = text.indexOf('=');
    return at < 0
        ? Optional.empty()
        : Kind.of(text.substring(0, at).strip())
            .map(kind -> new PrincipalPattern(kind, text.substring(at + 1).strip()));
  }

  /// What a pattern is compared with.
  public enum Kind {
    /// The ARN of the principal, and of the role of its session.
    @JsonProperty("arn")
    ARN("arn"),
    /// The name of the role of a session.
    @JsonProperty("role")
    ROLE("role"),
    /// The name of a session, which often is the name or mail address of a person.
    @JsonProperty("session-name")
    SESSION_NAME("session-name"),
    /// `sts:SourceIdentity`.
    @JsonProperty("source-identity")
    SOURCE_IDENTITY("source-identity"),
    /// The name of an IAM user.
    @JsonProperty("user-name")
    USER_NAME("user-name");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /// The name in requests, answers and the database: `session-name`.
    public String wireName() {
      return wireName;
    }

    /// The kind of this name.
    public static Optional<Kind> of(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }
  }
}
