package io.tarn.scheduler.ledger.verdict;

import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.ChangedResource;
import io.tarn.scheduler.ledger.change.Glob;
import io.tarn.scheduler.ledger.change.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a scope covers a change, and what stands against it.
///
/// Services without Regions fit every Region, for their events are recorded in one whatever the
/// place of the work; and a date at the end of an event's name is no part of the action, for people
/// write `lambda:UpdateFunctionConfiguration` and not `UpdateFunctionConfiguration20150331v2`.
///
/// Of resources of one kind, all have to be covered: who may stop one instance may not stop two.
/// Of several kinds one is enough: a call that gives a role a policy is covered by a scope that
/// names the role.
final class ScopeMatch {
  private static final int ARN_PARTS = 6;
  private static final Pattern API_DATE =
      Pattern.compile("_?(20[0-9]{6}|20[0-9]{2}_[0-9]{2}_[0-9]{2})(v[0-9]+)?$");
  private static final Set<String> WITHOUT_REGIONS =
      Set.of(
          "iam",
          "sts",
          "organizations",
          "account",
          "route53",
          "route53domains",
          "cloudfront",
          "waf",
          "shield",
          "globalaccelerator",
          "support",
          "budgets",
          "ce",
          "sso",
          "sso-directory",
          "identitystore");

  private ScopeMatch() {}

  /// What stands against it, in words; empty if the scope covers the change.
  static List<String> misfits(ApprovalScope scope, ChangeEvent event) {
    var found = new ArrayList<String>();
    check(
        found,
        scope.accounts(),
        account -> account.equals(event.accountId()),
        () -> "account " + known(event.accountId()) + " is not in its scope");
    check(
        found,
        scope.regions(),
        region -> WITHOUT_REGIONS.contains(event.service()) || region.equals(event.awsRegion()),
        () -> "Region " + known(event.awsRegion()) + " is not in its scope");
    check(
        found,
        scope.services(),
        service -> service.equalsIgnoreCase(event.service()),
        () -> "service " + event.service() + " is not in its scope");
    check(
        found,
        scope.actions(),
        action ->
            Glob.fitsAnyCase(action, event.action())
                || Glob.fitsAnyCase(action, withoutDate(event.action())),
        () -> "action " + event.action() + " is not in its scope");
    check(
        found,
        scope.principals(),
        principal -> Principals.fits(principal, event.caller()),
        () -> event.caller().who() + " is not in its scope");
    if (!scope.resources().isEmpty()) {
      addResources(found, scope.resources(), event);
    }
    return found;
  }

  private static String withoutDate(String action) {
    return Character.isDigit(action.charAt(action.length() - 1))
        ? API_DATE.matcher(action).replaceFirst("")
        : action;
  }

  private static String known(@Nullable String value) {
    return Objects.requireNonNullElse(value, "unknown");
  }

  private static <T> void check(
      List<String> found, List<T> entries, Predicate<T> fits, Supplier<String> misfit) {
    if (!entries.isEmpty() && entries.stream().noneMatch(fits)) {
      found.add(misfit.get());
    }
  }

  private static void addResources(List<String> found, List<String> patterns, ChangeEvent event) {
    if (patterns.contains("*")) {
      return;
    }
    var byKind =
        event.resources().stream()
            .collect(
                Collectors.groupingBy(
                    ChangedResource::kind,
                    Collectors.mapping(
                        resource ->
                            patterns.stream().anyMatch(p -> fits(p, resource, event.service())),
                        Collectors.toSet())));
    if (byKind.isEmpty()) {
      found.add("it names resources, and the event does not");
      return;
    }
    var isCovered = byKind.values().stream().anyMatch(fitting -> !fitting.contains(false));
    if (!isCovered) {
      var uncovered =
          event.resources().stream()
              .filter(r -> patterns.stream().noneMatch(p -> fits(p, r, event.service())))
              .findFirst();
      uncovered.ifPresent(r -> found.add("resource " + r.name() + " is not in its scope"));
    }
  }

  private static boolean fits(String pattern, ChangedResource resource, String service) {
    return resource.isArn()
        ? Glob.fits(pattern, resource.name())
        : fitsName(pattern, resource, service);
  }

  /// A name fits if the pattern is of the event's service and of the parameter's kind, and its end
  /// fits the name: `arn:aws:iam::*:role/deploy-*` fits the `roleName` `deploy-web`.
  private static boolean fitsName(String pattern, ChangedResource resource, String service) {
    var parts = pattern.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !Glob.fitsAnyCase(parts[2], service)) {
      return false;
    }
    var end = parts[ARN_PARTS - 1];
    var type = ChangedResource.typeOf(parts[2], end);
    if (parts[2].equals("s3")) {
      return resource.kind().contains("bucket") && Glob.fits(end, resource.name());
    }
    if (type.isEmpty()) {
      return Glob.fits(end, resource.name());
    }
    return isOfKind(type, resource.kind())
        && Glob.fits(end.substring(type.length() + 1), resource.name());
  }

  private static boolean isOfKind(String type, String kind) {
    var plain = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return !kind.isEmpty() && !plain.isEmpty() && (plain.contains(kind) || kind.contains(plain));
  }

  /// Whether a scope says nothing that restricts it.
  static boolean isEverything(ApprovalScope scope) {
    return isOpen(scope.accounts())
        && isOpen(scope.regions())
        && isOpen(scope.services())
        && isOpen(scope.actions())
        && isOpen(scope.resources())
        && isOpen(scope.principals().stream().map(p -> p.pattern()).toList());
  }

  private static boolean isOpen(List<String> entries) {
    return entries.isEmpty() || entries.stream().anyMatch(e -> e.matches("[*:]*|arn:[*:]*|arn\\*"));
  }
}
