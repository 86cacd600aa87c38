package io.tarn.scheduler.ledger.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exclusion or a known automation of a tenant.
///
/// @param name what people call it
/// @param scope which changes it covers
/// @param reason why it is there
/// @param owner who answers for it
/// @param expiresAt changes from then on are not covered; null for never
/// @param version grows with each change of the rule
public record ChangeRule(
    UUID id,
    Kind kind,
    String name,
    ApprovalScope scope,
    String reason,
    String owner,
    @Nullable Instant expiresAt,
    int version,
    Instant changedAt) {

  /// What a rule makes of the changes that it covers.
  public enum Kind {
    EXCLUSION("exclusion"),
    AUTOMATION("automation");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /// The name in requests, answers and the database.
    @JsonValue
    public String wireName() {
      return wireName;
    }

    /// @throws java.util.NoSuchElementException if there is no such kind
    public static Kind of(String wireName) {
      return Arrays.stream(values())
          .filter(known -> known.wireName.equals(wireName))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Whether it covers a change. Rules hold for changes that were made before them, too, so that
  /// it does not matter which of both was known first.
  public boolean covers(ChangeEvent event) {
    return (expiresAt == null || event.time().isBefore(expiresAt))
        && ScopeMatch.misfits(scope, event).isEmpty();
  }

  /// Whether a scope covers every change there can be.
  public static boolean coversEverything(ApprovalScope scope) {
    return ScopeMatch.isEverything(scope);
  }
}
