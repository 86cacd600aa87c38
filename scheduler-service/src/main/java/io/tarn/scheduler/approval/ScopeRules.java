package io.tarn.scheduler.approval;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a scope of an approval may say.
public final class ScopeRules {
  static final String TOO_WIDE =
      "fits every change; say confirmation \"" + ApprovalDraft.EVERYTHING + "\" if that is meant";

  private static final int MOST_ENTRIES = 200;
  private static final int LONGEST = 512;
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
  private static final Pattern ACTION =
      Pattern.compile("\\*|[A-Za-z0-9.*?-]{1,63}:[A-Za-z0-9*?_-]{1,200}");
  private static final Pattern ARN = Pattern.compile("\\*|(arn|[*?]+):\\P{Cntrl}+|arn\\*");
  private static final Pattern ALL = Pattern.compile("[*:]*|arn:[*:]*|arn\\*");

  private ScopeRules() {}

  /// What is wrong with a scope.
  ///
  /// @param accounts those that the tenant admits; empty admits all
  public static List<Violation> violations(
      String place, ApprovalScope scope, Set<String> accounts) {
    var found = new ArrayList<Violation>();
    for (int index = 0; index < scope.accounts().size(); index++) {
      var account = scope.accounts().get(index);
      var at = place + ".accounts[" + index + "]";
      if (!ACCOUNT.matcher(account).matches()) {
        found.add(new Violation(at, "must be an account id of 12 digits"));
      } else if (!accounts.isEmpty() && !accounts.contains(account)) {
        found.add(new Violation(at, "is no account of this tenant"));
      }
    }
    check(place + ".regions", scope.regions(), REGION, "must be a Region: eu-central-1", found);
    check(
        place + ".services",
        scope.services(),
        SERVICE,
        "must be an event source without its ending: ec2",
        found);
    check(
        place + ".actions",
        scope.actions(),
        ACTION,
        "must be a pattern of service:EventName: ec2:Run*",
        found);
    check(place + ".resources", scope.resources(), ARN, "must be a pattern of ARNs", found);
    checkPrincipals(place + ".principals", scope.principals(), found);
    checkSizes(place, scope, found);
    return found;
  }

  private static void check(
      String place, List<String> entries, Pattern form, String reason, List<Violation> found) {
    for (int index = 0; index < entries.size(); index++) {
      var entry = entries.get(index);
      if (entry.length() > LONGEST) {
        found.add(
            new Violation(place + "[" + index + "]", "has more than " + LONGEST + " characters"));
      } else if (!form.matcher(entry).matches()) {
        found.add(new Violation(place + "[" + index + "]", reason));
      }
    }
  }

  private static void checkPrincipals(
      String place, List<PrincipalPattern> principals, List<Violation> found) {
    for (int index = 0; index < principals.size(); index++) {
      var pattern = principals.get(index).pattern();
      if (pattern.isBlank() || pattern.chars().anyMatch(Character::isISOControl)) {
        found.add(
            new Violation(
                place + "[" + index + "].pattern",
                "must have characters, and no control characters"));
      } else if (pattern.length() > LONGEST) {
        found.add(
            new Violation(
                place + "[" + index + "].pattern", "has more than " + LONGEST + " characters"));
      }
    }
  }

  private static void checkSizes(String place, ApprovalScope scope, List<Violation> found) {
    Stream.of(
            scope.accounts(),
            scope.regions(),
            scope.services(),
            scope.actions(),
            scope.resources(),
            scope.principals())
        .filter(list -> list.size() > MOST_ENTRIES)
        .findFirst()
        .ifPresent(
            _ ->
                found.add(
                    new Violation(place, "has a list of more than " + MOST_ENTRIES + " entries")));
  }

  /// Whether a scope fits every change: no list restricts it, as each is empty or has an entry
  /// that fits all.
  public static boolean fitsEverything(ApprovalScope scope) {
    return scope.accounts().isEmpty()
        && scope.regions().isEmpty()
        && scope.services().isEmpty()
        && isOpen(scope.actions())
        && isOpen(scope.resources())
        && isOpen(scope.principals().stream().map(PrincipalPattern::pattern).toList());
  }

  private static boolean isOpen(List<String> patterns) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(pattern -> ALL.matcher(pattern).matches());
  }
}
