package io.tarn.demo.activity;

import io.tarn.demo.activity.LabelledChange.Label;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One ticket of one engineer on one day.
final class Ticket {
  private static final List<String> NAMES =
      List.of("ada", "bela", "chidi", "dana", "emre", "fay", "goro", "hana", "ivo", "jun");
  private static final List<String> AGENTS =
      List.of(ConsoleSession.BROWSER, ConsoleSession.BROWSER, CommandLineWork.AGENT);

  private final ChangeMonth month;
  private final Dice dice;
  private final String mail;
  private final String duty;
  private final AccountRegion place;
  private final long start;
  private final long end;
  private final String id;
  private final String agent;

  Ticket(ChangeMonth month, int engineer, int day, long morning, Dice dice) {
    this.month = month;
    this.dice = dice;
    var name = NAMES.get(engineer % NAMES.size()) + (engineer / NAMES.size());
    mail = "%s@%s.example".formatted(name, month.tenant().slug());
    duty = engineer % 3 == 0 ? "Administrator" : "Operations";
    place = dice.one(month.estate().regions());
    start = morning + 6 * Rhythm.HOUR + dice.below(6) * Rhythm.HOUR;
    end = start + (2 + dice.below(4)) * Rhythm.HOUR;
    id = "CHG%07d".formatted(30_000 + engineer * ChangeMonth.DAYS + day);
    agent = dice.one(AGENTS);
  }

  Scene scene() {
    return new Scene(month.estate(), place, start, Long.MAX_VALUE, Integer.MAX_VALUE, dice);
  }

  void happen() {
    var main = Change.any(scene());
    var one = dice.below(100);
    if (one < 60) {
      approved(main, "approved", place.account(), start, end);
      steps(main, TicketStory.PLANNED, Label.APPROVED, start, end);
    } else if (one < 65) {
      approved(main, "closed", place.account(), start, end);
      steps(main, TicketStory.OVERRUN, Label.APPROVED, start, end);
      steps(main, TicketStory.OVERRUN, Label.UNAPPROVED, end + 300, end + Rhythm.HOUR);
    } else if (one < 69) {
      approved(main, "approved", otherAccount(), start, end);
      steps(main, TicketStory.WRONG_ACCOUNT, Label.UNAPPROVED, start, end);
    } else if (one < 75) {
      approved(main, "approved", place.account(), start, end);
      steps(main, TicketStory.PARTIAL, Label.APPROVED, start, end);
      steps(otherThan(main), TicketStory.PARTIAL, Label.UNAPPROVED, start, end);
    } else if (one < 83) {
      var decided = end + dice.below(3 * (int) Rhythm.HOUR);
      approval(
          version(1, "requested", end, main, place.account(), start, end, false),
          version(2, "approved", decided, main, place.account(), start, end, false));
      steps(main, TicketStory.LATE, Label.APPROVED_LATE, start, end);
    } else if (one < 90) {
      refused(main);
    } else if (one < 93) {
      approval(
          version(
              1, "requested", start - ChangeMonth.DAY, main, place.account(), start, end, false));
      steps(main, TicketStory.NEVER_DECIDED, Label.UNAPPROVED, start, end);
    } else if (one < 96) {
      approved(main, "approved", place.account(), start - ChangeMonth.DAY, end - ChangeMonth.DAY);
      steps(
          main,
          TicketStory.EXPIRED,
          Label.UNAPPROVED,
          start + 13 * Rhythm.HOUR,
          start + 14 * Rhythm.HOUR);
    } else if (one < 98) {
      approval(version(1, "approved", start - 600, main, place.account(), start - 600, end, true));
      steps(main, TicketStory.EMERGENCY, Label.EMERGENCY, start, end);
    } else {
      approved(main, "approved", place.account(), start, end);
      var somebody = month.estate().workload(place, "Reporting", "batch");
      month.keep(
          place,
          Machines.own(main.by(somebody, scene()), start + 60),
          start + 60,
          dice,
          TicketStory.WRONG_PERSON,
          Label.UNAPPROVED);
    }
  }

  private void refused(Change main) {
    var isRejected = dice.inPercent(50);
    var decided = start - 2 * Rhythm.HOUR;
    approval(
        version(1, "requested", start - ChangeMonth.DAY, main, place.account(), start, end, false),
        version(
            2,
            isRejected ? "rejected" : "cancelled",
            decided,
            main,
            place.account(),
            start,
            end,
            false));
    steps(
        main,
        isRejected ? TicketStory.REJECTED : TicketStory.CANCELLED,
        Label.UNAPPROVED,
        start,
        end);
  }

  private void approved(Change main, String state, String account, long from, long to) {
    var requested = from - ChangeMonth.DAY;
    approval(
        version(1, "requested", requested, main, account, from, to, false),
        version(2, "approved", requested + Rhythm.HOUR, main, account, from, to, false),
        version(
            3,
            state,
            state.equals("closed") ? to + 60 : requested + 7200,
            main,
            account,
            from,
            to,
            false));
  }

  private void approval(DemoApproval.Version... versions) {
    month.keep(new DemoApproval(id, "Change " + id, mail, List.of(versions)));
  }

  private DemoApproval.Version version(
      int number,
      String state,
      long changedAt,
      Change main,
      String account,
      long from,
      long to,
      boolean isEmergency) {
    return new DemoApproval.Version(
        number,
        state,
        Instant.ofEpochSecond(changedAt),
        Instant.ofEpochSecond(from),
        Instant.ofEpochSecond(to),
        scope(main, account),
        isEmergency);
  }

  /// As people fill in forms: some name services, some actions, some a Region, and services
  /// without Regions are at home in `us-east-1` whatever the form says.
  private Map<String, Object> scope(Change main, String account) {
    var form = Math.floorMod(Dice.numberOf(id), 4);
    var plainName = main.name().replaceAll("[0-9]{8}.*$", "");
    return switch (form) {
      case 0 ->
          Map.of(
              "accounts", List.of(account),
              "services", List.of(main.service()),
              "principals", List.of(ChangeMonth.pattern("session-name", mail)));
      case 1 ->
          Map.of(
              "accounts", List.of(account),
              "actions", List.of(main.service() + ":*"),
              "principals",
                  List.of(ChangeMonth.pattern("arn", "arn:aws:sts::*:assumed-role/*/" + mail)));
      case 2 ->
          Map.of(
              "accounts", List.of(account),
              "actions", List.of(main.service() + ":" + plainName),
              "principals",
                  List.of(
                      ChangeMonth.pattern(
                          "session-name",
                          mail.substring(0, 1).toUpperCase(Locale.ROOT) + mail.substring(1))));
      default ->
          Map.of(
              "accounts", List.of(account),
              "regions", List.of(main.isGlobal() ? "eu-central-1" : place.region()),
              "services", List.of(main.service()),
              "principals", List.of(ChangeMonth.pattern("session-name", mail)));
    };
  }

  private void steps(Change main, TicketStory story, Label label, long from, long to) {
    var count = 1 + dice.below(label == Label.UNAPPROVED ? 3 : 7);
    for (var i = 0; i < count; i++) {
      change(main, dice.between(from, to), story, label);
    }
  }

  void change(Change change, long second, TicketStory story, Label label) {
    var who = month.estate().engineer(place, mail, duty);
    var call = change.by(who, scene()).from(month.estate().address(who), agent).since(start);
    month.keep(
        place,
        agent.equals(ConsoleSession.BROWSER) ? call.fromConsole() : call,
        second,
        dice,
        story,
        label);
  }

  private Change otherThan(Change main) {
    var other = Change.any(scene());
    while (other.service().equals(main.service())) {
      other = Change.any(scene());
    }
    return other;
  }

  private String otherAccount() {
    return month.tenant().accounts().stream()
        .filter(account -> !account.equals(place.account()))
        .findFirst()
        .orElse("999988887777");
  }
}
