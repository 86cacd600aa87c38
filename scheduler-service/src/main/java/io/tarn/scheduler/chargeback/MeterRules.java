package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.service.problem.ProblemException.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a meter may be.
final class MeterRules {
  /// What meters are read by.
  static final WindowPlan WINDOW = new WindowPlan.EventTime(Duration.ZERO);

  private static final int MOST_PAYERS = 5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private MeterRules() {}

  static List<Violation> violations(MeterDefinition meter) {
    var found = new ArrayList<Violation>();
    var columns = meter.columns();
    checkName("columns.quantity", columns.quantity(), found);
    checkName("columns.time", columns.time(), found);
    if (columns.payers().size() > MOST_PAYERS) {
      found.add(new Violation("columns.payers", "must be at most " + MOST_PAYERS));
    }
    for (int index = 0; index < columns.payers().size(); index++) {
      checkName("columns.payers[" + index + "]", columns.payers().get(index), found);
    }
    checkName("columns.principalArn", columns.principalArn(), found);
    checkName("columns.role", columns.role(), found);
    checkName("columns.sessionName", columns.sessionName(), found);
    checkName("columns.account", columns.account(), found);
    checkName("columns.function", columns.function(), found);
    if (meter.parameters().stream()
        .anyMatch(one -> one.name().startsWith(MeterStatements.PARAMETER))) {
      var reason = "must not have names that begin with " + MeterStatements.PARAMETER;
      found.add(new Violation("parameters", reason));
    }
    if (meter.statement().stripTrailing().endsWith(";")) {
      found.add(new Violation("statement", "must not end with a semicolon"));
    }
    return found;
  }

  private static void checkName(String field, @Nullable String name, List<Violation> found) {
    if (name != null && !NAME.matcher(name).matches()) {
      found.add(
          new Violation(field, "must be letters, digits and _, and begin with none of the digits"));
    }
  }
}
