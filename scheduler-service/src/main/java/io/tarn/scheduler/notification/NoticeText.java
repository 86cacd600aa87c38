package io.tarn.scheduler.notification;

import io.tarn.scheduler.ledger.ChangeAlert;
import io.tarn.scheduler.notification.Notice.ChangesJudged;
import io.tarn.scheduler.notification.Notice.RunEnded;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.Notification.When;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notices for people.
final class NoticeText {
  private NoticeText() {}

  /// One line that says all that matters, without characters that end a line.
  static String headline(Notice notice) {
    return switch (notice) {
      case RunEnded ended -> oneLine(ended.run().scheduleName()) + ": " + stateOf(ended);
      case ChangesJudged(var alert) -> headline(alert);
      case Notice.Trial(var channel) -> "Test of the channel " + oneLine(channel.name());
    };
  }

  private static String headline(ChangeAlert alert) {
    var change = alert.change();
    var what =
        alert.openChanges() > 1
            ? alert.openChanges() + " changes by " + change.who()
            : change.eventName() + " by " + change.who();
    return oneLine(
        switch (alert.state()) {
          case UNAPPROVED -> "Unapproved: " + what;
          case EMERGENCY -> "Emergency, to be reviewed: " + what;
          case RESOLVED -> "Resolved: " + change.eventName() + " by " + change.who();
        });
  }

  private static String stateOf(RunEnded ended) {
    if (ended.pauseReason() != null) {
      return "paused (" + ended.pauseReason() + ")";
    }
    if (ended.reasons().contains(When.RECOVERED)) {
      return "recovered";
    }
    return ended.run().alert() == AlertState.FIRING
        ? "alert is firing"
        : words(ended.run().state().wireName());
  }

  /// What there is to say, by its label, in the order in which it is said.
  static Map<String, String> facts(Notice notice) {
    var facts = new LinkedHashMap<String, String>();
    switch (notice) {
      case RunEnded ended -> addRun(facts, ended);
      case ChangesJudged(var alert) -> addChanges(facts, alert);
      case Notice.Trial _ -> facts.put("Message", "The channel works: Tarn can reach you.");
    }
    return facts;
  }

  private static void addRun(Map<String, String> facts, RunEnded ended) {
    var run = ended.run();
    facts.put("Schedule", oneLine(run.scheduleName()));
    facts.put("State", words(run.state().wireName()));
    add(facts, "Reason", run.reason());
    add(facts, "Problem", run.problem());
    add(facts, "Schedule paused", ended.pauseReason());
    add(facts, "Alert", run.alert() == null ? null : run.alert().wireName());
    add(facts, "Rows", run.rowCount());
    add(facts, "Rows added", run.rowsAdded());
    add(facts, "Rows removed", run.rowsRemoved());
    if (run.windowStart() != null && run.windowEnd() != null) {
      facts.put("Window", run.windowStart() + " to " + run.windowEnd());
    }
    facts.put("Due", run.dueAt().toString());
    add(facts, "Ended", run.endedAt());
    if (run.deliveriesFailed() > 0) {
      facts.put("Deliveries failed", run.deliveriesFailed() + " of " + run.deliveries());
    }
  }

  private static void addChanges(Map<String, String> facts, ChangeAlert alert) {
    var change = alert.change();
    facts.put("Who", oneLine(change.who()));
    facts.put("What", oneLine(change.eventSource() + " " + change.eventName()));
    add(facts, "Resources", change.resources());
    add(facts, "Account", change.accountId());
    add(facts, "Region", change.awsRegion());
    facts.put("How", words(change.origin()));
    facts.put("When", change.eventTime().toString());
    facts.put("Verdict", words(change.verdict()));
    facts.put("Reason", oneLine(change.reason()));
    add(facts, "Nearest approval", change.nearestReason());
    if (!change.review().equals("none")) {
      facts.put("Review", words(change.review()) + " by " + oneLine("" + change.reviewer()));
    }
    if (alert.changes() > 1) {
      facts.put(
          "Belong together",
          "%d changes from %s to %s, %d of them open"
              .formatted(
                  alert.changes(),
                  alert.firstEventTime(),
                  alert.lastEventTime(),
                  alert.openChanges()));
    }
  }

  private static void add(Map<String, String> facts, String label, @Nullable Object value) {
    if (value != null) {
      facts.put(label, oneLine(value.toString()));
    }
  }

  private static String words(String wireName) {
    return wireName.replace('_', ' ').replace('-', ' ');
  }

  /// The same text in one line: whatever could end a line or a header is a space.
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }
}
