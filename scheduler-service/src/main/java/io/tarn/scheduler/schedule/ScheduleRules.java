package io.tarn.scheduler.schedule;

import io.tarn.service.problem.ProblemException.Violation;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.ParameterException;
import io.tarn.sql.parameter.ParameterException.Fault;
import io.tarn.sql.parameter.ParameterRules;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parameter.RunWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which schedules make sense. What is wrong is told with its place in the request.
public final class ScheduleRules {
  /// How many runs a schedule makes up for at most: those of a day, one each minute.
  static final int MOST_CATCH_UP = 1_500;

  private static final Duration LONGEST_CATCH_UP = Duration.ofDays(31);
  private static final Duration LONGEST_SETTLING = Duration.ofDays(31);
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FAILURES = 1_000;
  private static final int MOST_DELIVERIES = 10;
  private static final int MOST_NOTIFICATIONS = 10;
  private static final String WINDOW = "window";

  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();

  private ScheduleRules(Instant now) {
    this.now = now;
  }

  /// @param from where the first window begins, as far as that is asked for
  static List<Violation> violations(SchedulePlan plan, Covered from, Instant now) {
    var rules = new ScheduleRules(now);
    rules.checkName(plan.name());
    rules.checkQuery(plan.query(), plan.window());
    rules.checkSpec(plan.spec());
    rules.checkPolicies(plan);
    rules.checkWindow(plan, from);
    rules.checkOutput(plan.output());
    return List.copyOf(rules.violations);
  }

  /// What is wrong with a spec alone.
  static List<Violation> violations(ScheduleSpec spec, Instant now) {
    var rules = new ScheduleRules(now);
    rules.checkSpec(spec);
    return List.copyOf(rules.violations);
  }

  private void checkName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      refuse("name", "must have 1 to " + LONGEST_NAME + " characters");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      refuse("name", "must not have control characters");
    }
  }

  private void checkSpec(ScheduleSpec spec) {
    spec.faults(now).forEach(fault -> refuse("spec." + fault.field(), fault.reason()));
  }

  private void checkQuery(ScheduledQuery query, @Nullable WindowPlan window) {
    if ((query.query() == null) == (query.statement() == null)) {
      refuse("query", "or a statement must be given, and not both");
    } else if (query.query() != null && query.parameters() != null) {
      refuse("parameters", "must not stand beside a kept query");
    } else if (query.values().containsKey(WINDOW)) {
      refuse("values." + WINDOW, "is given by each run");
    } else if (query.statement() != null) {
      checkStatement(query.statement(), query, window);
    }
  }

  private void checkStatement(String statement, ScheduledQuery query, @Nullable WindowPlan window) {
    if (statement.isBlank()) {
      refuse("statement", "must not be blank");
      return;
    }
    checkValues(query);
    windowFault(statement, window).ifPresent(reason -> refuse(WINDOW, reason));
  }

  /// Why a statement does not go together with the window of its runs; empty where it does.
  public static Optional<String> windowFault(String statement, @Nullable WindowPlan window) {
    var ends = Translator.windowEndsOf(statement);
    var ofTime = ends.contains(RunWindow.START) || ends.contains(RunWindow.END);
    var ofPosition =
        ends.contains(RunWindow.START_POSITION) || ends.contains(RunWindow.END_POSITION);
    if (ofTime && !(window instanceof WindowPlan.EventTime)) {
      return Optional.of(
          "must be one of event time: the query uses {{window.start}} or {{window.end}}");
    }
    if (ofPosition && !(window instanceof WindowPlan.Arrival)) {
      return Optional.of(
          "must be one of arrival: the query uses {{window.startPosition}} or"
              + " {{window.endPosition}}");
    }
    return Optional.empty();
  }

  private void checkValues(ScheduledQuery query) {
    try {
      var declarations = query.parameters();
      var declared =
          ParameterDeclaration.parameters(declarations == null ? List.of() : declarations);
      var faults = ParameterRules.faults(declared, now);
      faults.forEach(this::refuse);
      if (faults.isEmpty()) {
        bind(declared, query);
      }
    } catch (ParameterException failure) {
      failure.faults().forEach(this::refuse);
    }
  }

  private void bind(List<Parameter> declared, ScheduledQuery query) {
    Parameters.bind(declared, query.values(), now);
  }

  private void checkPolicies(SchedulePlan plan) {
    var policies = plan.policies();
    if (policies.pauseAfterFailures() < 0 || policies.pauseAfterFailures() > MOST_FAILURES) {
      refuse("policies.pauseAfterFailures", "must be between 0 and " + MOST_FAILURES);
    }
    if (policies.overlap() == OverlapPolicy.ALLOW_ALL && plan.window() != null) {
      refuse("policies.overlap", "must be skip or buffer_one, so that windows do not overlap");
    }
    var catchUp = policies.catchUpWindow();
    if (catchUp.isNegative() || catchUp.compareTo(LONGEST_CATCH_UP) > 0) {
      refuse("policies.catchUpWindow", "must be between PT0S and " + LONGEST_CATCH_UP);
    } else if (plan.spec().faults(now).isEmpty() && isTooMuch(plan.spec(), catchUp)) {
      refuse("policies.catchUpWindow", "must hold at most " + MOST_CATCH_UP + " runs");
    }
  }

  private boolean isTooMuch(ScheduleSpec spec, Duration catchUp) {
    var first = spec.next(now).orElse(now);
    return spec.timesAfter(now)
            .limit(MOST_CATCH_UP + 1L)
            .takeWhile(time -> time.isBefore(first.plus(catchUp)))
            .count()
        > MOST_CATCH_UP;
  }

  private void checkWindow(SchedulePlan plan, Covered begin) {
    var from = begin.until();
    if (!(plan.window() instanceof WindowPlan.EventTime(var settling))) {
      return;
    }
    if (settling.isNegative() || settling.compareTo(LONGEST_SETTLING) > 0) {
      refuse("window.settling", "must be between PT0S and " + LONGEST_SETTLING);
    } else if (from != null && from.isAfter(now.minus(settling))) {
      refuse("window.from", "must not be later than now, less the settling time");
    }
  }

  private void checkOutput(OutputPlan output) {
    if (output.deliveries().size() > MOST_DELIVERIES) {
      refuse("output.deliveries", "must be at most " + MOST_DELIVERIES);
    }
    for (int index = 0; index < output.deliveries().size(); index++) {
      var place = "output.deliveries[" + index + "].when";
      switch (output.deliveries().get(index).when()) {
        case CHANGED -> {
          if (!output.isCompared()) {
            refuse(place, "needs results that are compared");
          }
        }
        case FIRING -> {
          if (output.alert() == null) {
            refuse(place, "needs an alert condition");
          }
        }
        case ALWAYS, ROWS -> {}
      }
    }
    checkNotifications(output);
    if (output.alert() != null) {
      checkAlert(output.alert());
    }
  }

  private void checkNotifications(OutputPlan output) {
    var notifications = output.notifications();
    if (notifications.size() > MOST_NOTIFICATIONS) {
      refuse("output.notifications", "must be at most " + MOST_NOTIFICATIONS);
    }
    for (int index = 0; index < notifications.size(); index++) {
      var place = "output.notifications[" + index + "].when";
      var when = notifications.get(index).when();
      if (when == Notification.When.CHANGED && !output.isCompared()) {
        refuse(place, "needs results that are compared");
      } else if (when == Notification.When.FIRING && output.alert() == null) {
        refuse(place, "needs an alert condition");
      }
    }
  }

  /// What is wrong with channels that the tenant has not.
  static List<Violation> unknownChannels(OutputPlan output, Set<UUID> known) {
    var found = new ArrayList<Violation>();
    for (int index = 0; index < output.notifications().size(); index++) {
      if (!known.contains(output.notifications().get(index).channel())) {
        found.add(
            new Violation("output.notifications[" + index + "].channel", "is no channel here"));
      }
    }
    return found;
  }

  private void checkAlert(AlertCondition alert) {
    var isOfColumn = alert.of().equals(AlertCondition.COLUMN);
    if (isOfColumn != (alert.column() != null)) {
      refuse("output.alert.column", isOfColumn ? "is required" : "belongs to a column only");
    }
    if (alert.of().equals(AlertCondition.NO_DATA)) {
      if (alert.operator() != null || alert.value() != null) {
        refuse("output.alert", "compares nothing where it asks for no data");
      }
      return;
    }
    if (alert.operator() == null || alert.value() == null) {
      refuse("output.alert", "must have an operator and a value");
      return;
    }
    var isNumber = AlertCondition.number(alert.value()).isPresent();
    var mayBeText = isOfColumn && (alert.operator().equals("=") || alert.operator().equals("!="));
    if (!isNumber && !(mayBeText && alert.value() instanceof String)) {
      refuse("output.alert.value", mayBeText ? "must be a number or a text" : "must be a number");
    }
  }

  private void refuse(Fault fault) {
    refuse(fault.field(), fault.message());
  }

  private void refuse(String field, String reason) {
    violations.add(new Violation(field, reason));
  }
}
