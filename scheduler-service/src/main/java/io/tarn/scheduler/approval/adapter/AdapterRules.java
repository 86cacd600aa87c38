package io.tarn.scheduler.approval.adapter;

import io.tarn.scheduler.approval.ScopeRules;
import io.tarn.service.problem.ProblemException.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an adapter may be.
final class AdapterRules {
  /// What fields of a sender may tell of the scope.
  static final Set<String> OF_SCOPE =
      Set.of("accounts", "regions", "services", "actions", "resources", "principals");

  private static final Set<String> OF_JIRA = Set.of("windowStart", "windowEnd", "approvals");
  private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
  private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

  private AdapterRules() {}

  /// @param accounts those that the tenant admits; empty admits all
  static List<Violation> violations(AdapterPlan plan, Set<String> accounts) {
    var found = new ArrayList<Violation>();
    if (plan.name().isBlank() || plan.name().chars().anyMatch(Character::isISOControl)) {
      found.add(new Violation("name", "must have characters, and no control characters"));
    }
    var settings = plan.settings();
    if (!SYSTEM.matcher(settings.system()).matches()) {
      found.add(
          new Violation("settings.system", "must be 1 to 40 small letters, digits and hyphens"));
    }
    checkFields(plan, found);
    checkKind(plan, found);
    found.addAll(ScopeRules.violations("settings.defaultScope", settings.defaultScope(), accounts));
    return found;
  }

  private static void checkFields(AdapterPlan plan, List<Violation> found) {
    plan.settings()
        .fields()
        .forEach(
            (name, field) -> {
              if (!mayTell(plan.kind(), name)) {
                found.add(
                    new Violation(
                        "settings.fields." + name, "is nothing that a field of this kind tells"));
              } else if (!FIELD.matcher(field).matches()) {
                found.add(
                    new Violation(
                        "settings.fields." + name,
                        "must be the name of a field: u_accounts, customfield_10042"));
              }
            });
  }

  private static boolean mayTell(AdapterKind kind, String name) {
    return switch (kind) {
      case SERVICENOW -> OF_SCOPE.contains(name);
      case JIRA -> OF_SCOPE.contains(name) || OF_JIRA.contains(name);
      case GITHUB, TEAM -> false;
    };
  }

  private static void checkKind(AdapterPlan plan, List<Violation> found) {
    var settings = plan.settings();
    switch (plan.kind()) {
      case JIRA -> {
        for (var name : List.of("windowStart", "windowEnd")) {
          if (!settings.fields().containsKey(name)) {
            found.add(
                new Violation("settings.fields." + name, "must be the custom field that tells it"));
          }
        }
      }
      case GITHUB -> {
        if (!settings.window().isPositive() || settings.window().compareTo(LONGEST_WINDOW) > 0) {
          found.add(new Violation("settings.window", "must be 1 second to 30 days"));
        }
      }
      case SERVICENOW, TEAM -> {}
    }
    if (plan.kind() != AdapterKind.GITHUB && settings.deployRole() != null) {
      found.add(new Violation("settings.deployRole", "belongs to the kind github only"));
    }
  }
}
