package io.tarn.scheduler.approval;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One version of an approval as somebody tells it, before it is known whether it is new.
///
/// @param windowStart from when changes may be made under it (inclusive)
/// @param windowEnd until when (exclusive)
/// @param isEverythingMeant whether a scope that fits every change was confirmed
/// @param changedAt since when the version is true; null if nobody says: since it arrives
public record ApprovalDraft(
    String system,
    String id,
    long version,
    ApprovalState state,
    @Nullable String title,
    @Nullable String requester,
    List<String> approvers,
    Instant windowStart,
    Instant windowEnd,
    ApprovalScope scope,
    boolean isEverythingMeant,
    boolean isEmergency,
    @Nullable Instant changedAt,
    @Nullable String link) {
  /// The word that confirms a scope that fits every change.
  public static final String EVERYTHING = "everything";

  public ApprovalDraft {
    approvers = List.copyOf(approvers);
    // No finer than the database keeps times, so that a repetition is the same.
    windowStart = windowStart.truncatedTo(ChronoUnit.MICROS);
    windowEnd = windowEnd.truncatedTo(ChronoUnit.MICROS);
    changedAt = changedAt == null ? null : changedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /// The version as it is kept when it arrives now.
  Approval receivedAt(TenantId tenant, Instant now) {
    return new Approval(
        tenant,
        system,
        id,
        version,
        state,
        title,
        requester,
        approvers,
        windowStart,
        windowEnd,
        scope,
        isEmergency,
        changedAt == null ? now : changedAt,
        now,
        link);
  }

  /// Whether it tells what is known already. A time that nobody says agrees with any.
  boolean tellsTheSameAs(Approval known) {
    var same = receivedAt(known.tenant(), known.receivedAt());
    return (changedAt == null ? at(same, known.changedAt()) : same).equals(known);
  }

  private static Approval at(Approval version, Instant changedAt) {
    return new Approval(
        version.tenant(),
        version.system(),
        version.id(),
        version.version(),
        version.state(),
        version.title(),
        version.requester(),
        version.approvers(),
        version.windowStart(),
        version.windowEnd(),
        version.scope(),
        version.isEmergency(),
        changedAt,
        version.receivedAt(),
        version.link());
  }

  ApprovalKey key() {
    return new ApprovalKey(system, id);
  }

  /// Whether this is the word that confirms a scope that fits every change.
  public static boolean isConfirmation(@Nullable String word) {
    return Objects.equals(word, EVERYTHING);
  }
}
