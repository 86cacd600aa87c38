package io.tarn.scheduler.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Approvals for tests.
public final class Drafts {
  public static final Instant TEN = Instant.parse("2026-11-28T10:00:00Z");
  public static final Instant TWELVE = Instant.parse("2026-11-28T12:00:00Z");

  private Drafts() {}

  public static ApprovalDraft draft(
      long version, ApprovalState state, @Nullable Instant changedAt) {
    return draft(version, state, changedAt, TEN, TWELVE, accounts("111122223333"));
  }

  static ApprovalDraft of(ApprovalScope scope) {
    return draft(1, ApprovalState.APPROVED, TEN, TEN, TWELVE, scope);
  }

  static ApprovalDraft within(Instant start, Instant end) {
    return draft(1, ApprovalState.APPROVED, TEN, start, end, accounts("111122223333"));
  }

  static ApprovalScope accounts(String... accounts) {
    return new ApprovalScope(
        List.of(accounts), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static ApprovalDraft draft(
      long version,
      ApprovalState state,
      @Nullable Instant changedAt,
      Instant start,
      Instant end,
      ApprovalScope scope) {
    return new ApprovalDraft(
        "servicenow",
        "CHG0031",
        version,
        state,
        "Move the queue",
        "ann@example.com",
        List.of("bob@example.com"),
        start,
        end,
        scope,
        false,
        false,
        changedAt,
        null);
  }
}
