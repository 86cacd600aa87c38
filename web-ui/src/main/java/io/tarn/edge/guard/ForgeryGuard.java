package io.tarn.edge.guard;

import io.tarn.edge.config.InstallationConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Protection against cross-site request forgery by three checks: `Sec-Fetch-Site`, the origin, and
/// for writes a header that no other site can send without a preflight request, which the edge
/// never allows.
@ApplicationScoped
public class ForgeryGuard {
  public static final String HEADER = "X-Tarn-Csrf";
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final String origin;

  ForgeryGuard(InstallationConfig installation) {
    var url = installation.publicUrl();
    this.origin = url.getScheme() + "://" + url.getAuthority();
  }

  /// Whether a request that shows a session cookie may use it.
  public boolean isFromConsole(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site)) {
      return false;
    }
    var sender = request.getHeader(HttpHeaders.ORIGIN);
    if (sender != null && !sender.equals(origin)) {
      return false;
    }
    return READS.contains(request.method()) || "1".equals(request.getHeader(HEADER));
  }
}
