package io.tarn.scheduler.ledger;

import io.tarn.scheduler.ledger.verdict.JudgingSettings;
import io.tarn.service.problem.ProblemException.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What settings of a ledger may say.
final class SettingsRules {
  private static final Duration LONGEST_WAIT = Duration.ofDays(30);
  private static final Duration LONGEST_GAP = Duration.ofHours(4);
  private static final int MOST_STORES = 10;

  private SettingsRules() {}

  /// What is wrong with settings.
  ///
  /// @param channels those of the channels named that the tenant has
  static List<Violation> violations(LedgerSettings settings, Set<UUID> channels) {
    var found = new ArrayList<Violation>();
    check(found, "waitingTime", settings.waitingTime(), LONGEST_WAIT);
    check(found, "clockSkew", settings.clockSkew(), JudgingSettings.LONGEST_SKEW);
    check(found, "groupGap", settings.groupGap(), LONGEST_GAP);
    if (settings.stores().isEmpty() || settings.stores().size() > MOST_STORES) {
      found.add(new Violation("stores", "must be 1 to " + MOST_STORES));
    }
    for (int index = 0; index < settings.stores().size(); index++) {
      var place = "stores[" + index + "]";
      ChangeStatement.fault(settings.stores().get(index))
          .ifPresent(fault -> found.add(new Violation(place, fault)));
    }
    for (int index = 0; index < settings.channels().size(); index++) {
      var channel = settings.channels().get(index);
      if (!channels.contains(channel)) {
        found.add(new Violation("channels[" + index + "]", "is no channel here"));
      } else if (settings.channels().indexOf(channel) < index) {
        found.add(new Violation("channels[" + index + "]", "is named before"));
      }
    }
    return found;
  }

  private static void check(List<Violation> found, String field, Duration value, Duration longest) {
    if (value.isNegative() || value.compareTo(longest) > 0) {
      found.add(new Violation(field, "must be between PT0S and " + longest));
    }
  }
}
