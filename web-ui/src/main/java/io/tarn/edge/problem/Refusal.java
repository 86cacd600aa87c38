package io.tarn.edge.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// A request that ends at the edge, as the problem document that its caller sees. `name` is the
/// last part of the problem's type.
public record Refusal(int status, String name, String detail) {
  public static final Refusal UNAUTHENTICATED =
      new Refusal(401, "unauthenticated", "Sign in, or send a bearer token.");
  public static final Refusal SESSION_ENDED =
      new Refusal(401, "session-ended", "The session has ended. Sign in again.");
  public static final Refusal FORGED =
      new Refusal(403, "forged-request", "A request with a session must come from the console.");
  public static final Refusal NOT_FOUND =
      new Refusal(404, "not-found", "There is no such thing here.");
  public static final Refusal BAD_PATH =
      new Refusal(400, "invalid-path", "The path has no canonical form.");
  public static final Refusal TOO_LARGE =
      new Refusal(413, "too-large", "The request is larger than this address takes.");
  public static final Refusal UNREACHABLE =
      new Refusal(502, "service-unreachable", "The service behind this address does not answer.");
  public static final Refusal NO_SIGN_IN =
      new Refusal(503, "unavailable", "Sign-in cannot be checked at the moment.");
  public static final Refusal TOO_LATE =
      new Refusal(504, "service-timeout", "The service behind this address took too long.");

  /// Ends the exchange with this refusal, unless an answer has already begun; then the connection
  /// is cut, so that half a response is not mistaken for a complete one.
  public void answer(RoutingContext context) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      context.request().connection().close();
      return;
    }
    UnreadBody.announce(context);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(document(RequestIds.of(context)).toBuffer())
        .onComplete(_ -> UnreadBody.discard(context));
  }

  JsonObject document(String requestId) {
    return new JsonObject()
        .put("type", "/problems/" + name)
        .put("title", title())
        .put("status", status)
        .put("detail", detail)
        .put("requestId", requestId);
  }

  private String title() {
    var words = name.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
