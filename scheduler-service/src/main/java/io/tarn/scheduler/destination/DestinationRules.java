package io.tarn.scheduler.destination;

import io.tarn.scheduler.destination.Destination.Place;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a destination may be.
@ApplicationScoped
public class DestinationRules {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9!_.*'()/=-]{0,400}");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,200}");

  private final AddressGuard guard;
  private final DeliveryTargets targets;

  DestinationRules(AddressGuard guard, DeliveryTargets targets) {
    this.guard = guard;
    this.targets = targets;
  }

  /// The endpoint of a Region of AWS.
  public static URI endpointOf(String region) {
    return URI.create("https://s3." + region + ".amazonaws.com");
  }

  /// @param hasSecret whether a secret is given, or may stay
  List<Violation> violations(DestinationPlan plan, boolean hasSecret) {
    var found = new ArrayList<Violation>();
    checkPlace(plan.place(), found);
    checkAccess(plan, hasSecret, found);
    if (found.isEmpty()) {
      checkEndpoint("endpoint", plan.place().endpoint(), found);
    }
    if (found.isEmpty() && plan.roleArn() != null) {
      checkEndpoint("region", DeliveryTargets.stsOf(plan.place().region()), found);
    }
    return found;
  }

  private static void checkPlace(Place place, List<Violation> found) {
    if (!BUCKET.matcher(place.bucket()).matches()) {
      found.add(new Violation("bucket", "is no name of a bucket"));
    }
    if (!REGION.matcher(place.region()).matches()) {
      found.add(new Violation("region", "is no Region"));
    }
    var prefix = place.prefix();
    var isForm = PREFIX.matcher(prefix).matches() && !prefix.startsWith("/");
    if (!isForm || prefix.contains("//") || List.of(prefix.split("/")).contains("..")) {
      found.add(new Violation("prefix", "is no prefix of keys"));
    }
  }

  private void checkAccess(DestinationPlan plan, boolean hasSecret, List<Violation> found) {
    if ((plan.roleArn() == null) == (plan.accessKeyId() == null)) {
      found.add(new Violation("roleArn", "or accessKeyId must be given, and not both"));
    } else if (plan.accessKeyId() != null && !hasSecret) {
      found.add(new Violation("secretAccessKey", "must be given"));
    } else if (plan.roleArn() != null) {
      checkRole(plan.roleArn(), plan.secretAccessKey(), found);
    }
  }

  private void checkRole(String roleArn, @Nullable String secret, List<Violation> found) {
    if (!ROLE.matcher(roleArn).matches()) {
      found.add(new Violation("roleArn", "is no ARN of a role"));
    } else if (secret != null) {
      found.add(new Violation("secretAccessKey", "belongs to an access key, not to a role"));
    } else if (!targets.canAssumeRoles()) {
      found.add(new Violation("roleArn", "cannot be assumed: the operator has set no identity"));
    }
  }

  private void checkEndpoint(String field, URI endpoint, List<Violation> found) {
    if (!guard.isListed(endpoint)) {
      found.add(new Violation(field, "is not in the operator's list of hosts"));
      return;
    }
    try {
      var _ = guard.resolve(endpoint.getHost());
    } catch (RefusedAddressException _) {
      found.add(new Violation(field, "has an address to which nothing may be delivered"));
    } catch (UnknownHostException _) {
      found.add(new Violation(field, "has no address"));
    }
  }
}
