package io.tarn.scheduler.api;

import io.tarn.scheduler.api.ApprovalScopeDocument.ApprovalPrincipal;
import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.ledger.LedgerSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// How changes of a tenant are read, judged and told.
///
/// @param waitingTime how long an approval is waited for before a change is unapproved, as an ISO
///     8601 duration: PT4H; 30 days at most
/// @param clockSkew how far windows of approvals reach beyond their ends; 5 minutes at most
/// @param groupGap how far apart changes that belong together are at most; 4 hours at most
/// @param breakGlass principals that are for emergencies only
/// @param stores the event data stores that are read: $EDS_ID for the default one, or names or ids
/// @param dataEvents whether events of the data plane are changes, too
/// @param fromPosition where a ledger that has read nothing yet begins; 0 takes all there is
/// @param channels notification channels that are told of unapproved changes and emergencies
public record ChangeSettingsDocument(
    @NotNull Duration waitingTime,
    @NotNull Duration clockSkew,
    @NotNull Duration groupGap,
    @NotNull @Size(max = 50) List<@NotNull @Valid ApprovalPrincipal> breakGlass,
    @NotNull @Size(max = 10) List<@NotNull @Size(max = 128) String> stores,
    boolean dataEvents,
    @Min(0) long fromPosition,
    @NotNull @Size(max = 10) List<@NotNull UUID> channels) {

  static ChangeSettingsDocument of(LedgerSettings settings) {
    return new ChangeSettingsDocument(
        settings.waitingTime(),
        settings.clockSkew(),
        settings.groupGap(),
        settings.breakGlass().stream()
            .map(known -> new ApprovalPrincipal(known.kind().wireName(), known.pattern()))
            .toList(),
        settings.stores(),
        settings.hasDataEvents(),
        settings.fromPosition(),
        settings.channels());
  }

  LedgerSettings settings() {
    return new LedgerSettings(
        waitingTime,
        clockSkew,
        groupGap,
        breakGlass.stream()
            .map(
                known ->
                    new PrincipalPattern(
                        PrincipalPattern.Kind.of(known.kind()).orElseThrow(), known.pattern()))
            .toList(),
        stores,
        dataEvents,
        fromPosition,
        channels);
  }
}
