package io.tarn.edge.guard;

import io.tarn.edge.config.InstallationConfig;
import io.tarn.edge.problem.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Security headers of every response of the edge: a browser runs only the console's own scripts
/// and shows the console in no frame.
@ApplicationScoped
public class SafetyHeaders {
  static final String CONSOLE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; manifest-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String NO_STORE = "no-store";
  private static final int FIRST = -2000;

  private final boolean isSecure;

  SafetyHeaders(InstallationConfig installation) {
    this.isSecure = installation.isSecure();
  }

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::add);
  }

  private void add(RoutingContext context) {
    var path = context.request().path();
    var headers = context.response().headers();
    headers
        .set("Content-Security-Policy", isData(path) ? DATA_POLICY : CONSOLE_POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        .set(RequestIds.HEADER, RequestIds.of(context));
    if (isSecure) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    context.addHeadersEndHandler(_ -> keepFresh(path, headers));
    context.next();
  }

  /// Files with a digest in their name never change; everything else is asked for again. Responses
  /// with `no-store`, as during sign-in, stay unchanged.
  private static void keepFresh(String path, MultiMap headers) {
    if (path != null && path.startsWith("/sign-")) {
      headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
    if (NO_STORE.equals(headers.get(HttpHeaders.CACHE_CONTROL))) {
      return;
    }
    if (path != null && path.startsWith("/assets/")) {
      headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    } else if (!isData(path)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }

  private static boolean isData(String path) {
    return path == null || path.startsWith("/v1");
  }
}
