package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.ledger.verdict.JudgingSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// How a tenant's changes are read, judged and told.
///
/// @param waitingTime how long an approval is waited for before a change is unapproved
/// @param clockSkew how far windows of approvals reach beyond their ends
/// @param groupGap how far apart changes that belong together are at most
/// @param breakGlass principals that are for emergencies only
/// @param stores the event data stores that are read
/// @param hasDataEvents whether events of the data plane are changes, too
/// @param fromPosition where a ledger that has read nothing yet begins; 0 takes all there is
/// @param channels notification channels that are told of unapproved changes and emergencies
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerSettings(
    Duration waitingTime,
    Duration clockSkew,
    Duration groupGap,
    List<PrincipalPattern> breakGlass,
    List<String> stores,
    boolean hasDataEvents,
    long fromPosition,
    List<UUID> channels) {
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(
          Duration.ofHours(4),
          Duration.ZERO,
          Duration.ofMinutes(10),
          List.of(),
          List.of("$EDS_ID"),
          false,
          0,
          List.of());

  public LedgerSettings {
    breakGlass = List.copyOf(breakGlass);
    stores = List.copyOf(stores);
    channels = List.copyOf(channels);
  }

  /// The same, with those of the channels only that are among these.
  LedgerSettings telling(Set<UUID> known) {
    return new LedgerSettings(
        waitingTime,
        clockSkew,
        groupGap,
        breakGlass,
        stores,
        hasDataEvents,
        fromPosition,
        channels.stream().filter(known::contains).toList());
  }

  JudgingSettings judging() {
    return new JudgingSettings(waitingTime, clockSkew);
  }

  /// Settings with the version that changes are based on; 0 is the default that nobody changed.
  public record Versioned(LedgerSettings settings, int version) {}
}
