package io.tarn.edge.session;

import io.tarn.edge.config.InstallationConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Sign-in. Quarkus leads an unknown caller of `/sign-in` to the identity provider and back; what
/// is left to do is to go where the person wanted to.
@ApplicationScoped
public class SignIn {
  // Before Quarkus' own security handlers.
  private static final int FIRST = -1000;
  private static final String PATH = "/sign-in";

  private final URI publicUrl;

  SignIn(InstallationConfig installation) {
    this.publicUrl = installation.publicUrl();
  }

  void register(@Observes Router router) {
    router.get(PATH).order(FIRST).handler(this::atPublicAddress);
    router.get(PATH).handler(SignIn::welcome);
    router.get("/sign-in/callback").handler(context -> redirect(context, LocalPath.HOME));
    router.get("/sign-in/failed").handler(SignIn::failed);
    router.route("/sign-in*").failureHandler(SignIn::failed);
  }

  /// The provider knows one address to come back to, and cookies belong to it.
  private void atPublicAddress(RoutingContext context) {
    var authority = context.request().authority();
    if (authority == null || authority.toString().equals(publicUrl.getAuthority())) {
      context.next();
    } else {
      redirect(context, atPublicUrl(context.request().query()));
    }
  }

  /// Nothing of the request but its query: a path such as `//name/../sign-in` names another host.
  private String atPublicUrl(@Nullable String query) {
    return publicUrl.resolve(PATH) + (query == null ? "" : "?" + query);
  }

  private static void welcome(RoutingContext context) {
    redirect(context, LocalPath.of(context.queryParams().get("return-to")));
  }

  private static void failed(RoutingContext context) {
    if (!context.response().ended()) {
      SessionCookie.clear(context);
      redirect(context, "/?sign-in=failed");
    }
  }

  private static void redirect(RoutingContext context, String location) {
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, location)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }
}
