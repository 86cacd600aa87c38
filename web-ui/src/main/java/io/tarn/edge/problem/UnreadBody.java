package io.tarn.edge.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/// An answer that comes before the whole request has been read. The connection cannot serve another
/// request; but closing it at once would take the answer away from a caller who still sends.
public final class UnreadBody {
  private static final long LINGER_MILLIS = 1_000;

  private UnreadBody() {}

  /// To be called before the head of the answer is written.
  public static void announce(RoutingContext context) {
    if (!context.request().isEnded()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  /// To be called when the answer is out: what still comes is dropped for a moment, then the
  /// connection is closed.
  public static void discard(RoutingContext context) {
    var request = context.request();
    if (request.isEnded()) {
      return;
    }
    request.handler(_ -> {}).resume();
    context.vertx().setTimer(LINGER_MILLIS, _ -> request.connection().close());
  }
}
