package io.tarn.scheduler.approval;

import io.tarn.service.problem.ProblemException.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an approval may be. Places of faults are those of the request that keeps one.
public final class ApprovalRules {
  /// How far the clock of another system may be ahead of ours.
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_LINK = 2000;
  private static final int MOST_APPROVERS = 100;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,199}");

  private ApprovalRules() {}

  /// @param accounts those that the tenant admits; empty admits all
  public static List<Violation> violations(ApprovalDraft draft, Set<String> accounts, Instant now) {
    var found = new ArrayList<Violation>();
    checkName(draft, found);
    checkTexts(draft, found);
    checkTimes(draft, now, found);
    found.addAll(ScopeRules.violations("scope", draft.scope(), accounts));
    if (!draft.isEverythingMeant() && ScopeRules.fitsEverything(draft.scope())) {
      found.add(new Violation("scope", ScopeRules.TOO_WIDE));
    }
    return found;
  }

  private static void checkName(ApprovalDraft draft, List<Violation> found) {
    if (!SYSTEM.matcher(draft.system()).matches()) {
      found.add(
          new Violation("system", "must be 1 to 40 small letters, digits and hyphens: servicenow"));
    }
    if (!ID.matcher(draft.id()).matches()) {
      found.add(
          new Violation("id", "must be 1 to 200 letters, digits and any of . _ : @ -: CHG0031"));
    }
    if (draft.version() < 1) {
      found.add(new Violation("version", "must be 1 or more"));
    }
  }

  private static void checkTexts(ApprovalDraft draft, List<Violation> found) {
    checkText("title", draft.title(), found);
    checkText("requester", draft.requester(), found);
    if (draft.approvers().size() > MOST_APPROVERS) {
      found.add(new Violation("approvers", "must be " + MOST_APPROVERS + " at most"));
    }
    for (int index = 0; index < draft.approvers().size(); index++) {
      checkText("approvers[" + index + "]", draft.approvers().get(index), found);
    }
    if (draft.link() != null && !isLink(draft.link())) {
      found.add(new Violation("link", "must be an address of http or https"));
    }
  }

  private static void checkText(String place, @Nullable String text, List<Violation> found) {
    if (text == null) {
      return;
    }
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      found.add(new Violation(place, "must have characters, and no control characters"));
    } else if (text.length() > LONGEST_TEXT) {
      found.add(new Violation(place, "has more than " + LONGEST_TEXT + " characters"));
    }
  }

  private static boolean isLink(String text) {
    try {
      var link = new URI(text);
      return text.length() <= LONGEST_LINK
          && ("https".equals(link.getScheme()) || "http".equals(link.getScheme()))
          && link.getHost() != null
          && link.getRawUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static void checkTimes(ApprovalDraft draft, Instant now, List<Violation> found) {
    if (!draft.windowStart().isBefore(draft.windowEnd())) {
      found.add(new Violation("window.end", "must be after window.start"));
    }
    if (isFarOff(draft.windowStart())) {
      found.add(new Violation("window.start", "must be between the years 2000 and 2200"));
    }
    if (isFarOff(draft.windowEnd())) {
      found.add(new Violation("window.end", "must be between the years 2000 and 2200"));
    }
    var changedAt = draft.changedAt();
    if (changedAt != null && changedAt.isAfter(now.plus(CLOCK_SKEW))) {
      found.add(
          new Violation(
              "changedAt", "is more than 5 minutes in the future; is the sender's clock right?"));
    } else if (changedAt != null && isFarOff(changedAt)) {
      found.add(new Violation("changedAt", "must be between the years 2000 and 2200"));
    }
  }

  private static boolean isFarOff(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST);
  }
}
