package io.tarn.edge.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/// The cookie (in several pieces where it is long) that holds a session.
public final class SessionCookie {
  private static final String NAME = "q_session";

  private SessionCookie() {}

  static boolean isIn(HttpServerRequest request) {
    return request.cookies().stream().anyMatch(SessionCookie::isPart);
  }

  /// Tells the browser to forget the session.
  public static void clear(RoutingContext context) {
    var parts = context.request().cookies().stream().filter(SessionCookie::isPart).toList();
    for (var part : parts) {
      var gone = Cookie.cookie(part.getName(), "").setPath("/").setMaxAge(0).setHttpOnly(true);
      context.response().addCookie(gone.setSameSite(CookieSameSite.LAX));
    }
  }

  private static boolean isPart(Cookie cookie) {
    return cookie.getName().startsWith(NAME);
  }
}
