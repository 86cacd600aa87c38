package io.tarn.edge.session;

import io.tarn.edge.config.InstallationConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/// Sign-in. Quarkus leads an unknown caller of `/sign-in` to the identity provider and back; what
/// is left to do is to go where the person wanted to.
@ApplicationScoped
public class SignIn {
  // Before Quarkus' own security handlers.
  private static final int FIRST = -1000;

  private final URI publicUrl;

  SignIn(InstallationConfig installation) {
    this.publicUrl = installation.publicUrl();
  }

  void register(@Observes Router router) {
    router.get("/sign-in").order(FIRST).handler(this::atPublicAddress);
    router.get("/sign-in").handler(SignIn::welcome);
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
      redirect(context, publicUrl.resolve(context.request().uri()).toString());
    }
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
