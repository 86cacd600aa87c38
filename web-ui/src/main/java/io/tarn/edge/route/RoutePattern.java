package io.tarn.edge.route;

import java.util.List;
import java.util.Set;

/// The pattern that a path belongs to, for labels of metrics: a fixed, small set, in which no
/// tenant, id or code stands, and which no caller can make grow.
public final class RoutePattern {
  private static final String OTHER = "/*";
  private static final Set<String> PAGES =
      Set.of("/", "/sign-in", "/sign-in/callback", "/sign-in/failed", "/sign-out");
  private static final Set<String> PARTS =
      Set.of("deliveries", "events", "files", "mapping-faults", "original", "purge", "results");
  private static final Set<String> ACTIONS = Set.of("close", "purge");
  private static final String TENANTS = "/v1/tenants";

  private RoutePattern() {}

  /// The pattern of the raw path of a request.
  public static String of(String path) {
    if (PAGES.contains(path)) {
      return path;
    }
    if (path.startsWith("/assets/")) {
      return "/assets/*";
    }
    if (!path.startsWith("/v1")) {
      return OTHER;
    }
    return CanonicalPath.of(path)
        .filter(known -> RoutingTable.find(known).isPresent())
        .map(known -> ofApi(known.segments()))
        .orElse("/v1/*");
  }

  private static String ofApi(List<String> segments) {
    if (!segments.get(1).equals("tenants")) {
      return "/v1/" + segments.get(1) + (segments.size() > 2 ? OTHER : "");
    }
    return switch (segments.size()) {
      case 2 -> TENANTS;
      case 3 -> TENANTS + "/{tenant}";
      default -> inTenant(segments.subList(3, segments.size()));
    };
  }

  private static String inTenant(List<String> rest) {
    var pattern = new StringBuilder(TENANTS).append("/{tenant}/").append(rest.getFirst());
    if (rest.size() > 1) {
      var id = rest.get(1);
      var action = id.substring(id.lastIndexOf(':') + 1);
      pattern.append("/{id}").append(ACTIONS.contains(action) ? ":" + action : "");
    }
    if (rest.size() > 2) {
      pattern.append(rest.size() == 3 && PARTS.contains(rest.get(2)) ? "/" + rest.get(2) : OTHER);
    }
    return pattern.toString();
  }
}
