package io.tarn.scheduler.notification;

import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a notification channel may be.
@ApplicationScoped
class ChannelRules {
  private static final int MOST_ADDRESSES = 20;
  private static final int LONGEST_ADDRESS = 254;

  /// Plain addresses only: no names, comments, quotes or lists.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private final WebhookGuard guard;
  private final Mailer mailer;

  ChannelRules(WebhookGuard guard, Mailer mailer) {
    this.guard = guard;
    this.mailer = mailer;
  }

  /// @param hasUrl whether the channel has an address that may stay
  List<Violation> violations(ChannelPlan plan, boolean hasUrl) {
    var found = new ArrayList<Violation>();
    if (plan.name().isBlank() || plan.name().chars().anyMatch(Character::isISOControl)) {
      found.add(new Violation("name", "must have characters, and no control characters"));
    }
    switch (plan.kind()) {
      case EMAIL -> checkAddresses(plan, found);
      case SLACK, WEBHOOK -> checkUrl(plan, hasUrl, found);
    }
    return found;
  }

  private void checkAddresses(ChannelPlan plan, List<Violation> found) {
    mailer.fault().ifPresent(fault -> found.add(new Violation("kind", fault)));
    var addresses = plan.addresses();
    if (plan.url() != null) {
      found.add(new Violation("url", "belongs to webhooks only"));
    }
    if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
      found.add(new Violation("addresses", "must be 1 to " + MOST_ADDRESSES));
    } else if (new HashSet<>(addresses).size() < addresses.size()) {
      found.add(new Violation("addresses", "must be different ones"));
    }
    for (int index = 0; index < addresses.size(); index++) {
      if (!isAddress(addresses.get(index))) {
        found.add(
            new Violation("addresses[" + index + "]", "is no address such as ann@example.com"));
      }
    }
  }

  static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }

  private void checkUrl(ChannelPlan plan, boolean hasUrl, List<Violation> found) {
    if (!plan.addresses().isEmpty()) {
      found.add(new Violation("addresses", "belong to e-mail only"));
    }
    if (plan.url() == null && !hasUrl) {
      found.add(new Violation("url", "must be given"));
    } else if (plan.url() != null && found.isEmpty()) {
      guard.fault(plan.url()).ifPresent(fault -> found.add(new Violation("url", fault)));
    }
  }

  /// What people are shown of an address: of Slack the host only, for the path is the secret; of
  /// others all but the query, where tokens stand. Null for e-mail.
  static @Nullable String shown(ChannelKind kind, URI url) {
    var origin = url.getScheme() + "://" + url.getRawAuthority();
    return switch (kind) {
      case EMAIL -> null;
      case SLACK -> origin + "/…";
      case WEBHOOK -> origin + url.getRawPath() + (url.getRawQuery() == null ? "" : "?…");
    };
  }
}
