package io.tarn.service.problem;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tarn.common.id.Ids;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// The id by which one request is found in the logs of all services. It comes beside the grant, or
/// in it; a request without one is given its own.
public final class RequestId {
  /// In which a service tells another one, beside a grant, to which request it belongs.
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "tarn.request-id";

  private RequestId() {}

  /// The id of the request being answered; null outside of one.
  public static @Nullable String current() {
    var request = request();
    return request == null ? null : of(request);
  }

  public static String of(RoutingContext request) {
    String known = request.get(KEY);
    if (known != null) {
      return known;
    }
    var made = Ids.uuid().toString();
    request.put(KEY, made);
    return made;
  }

  public static void set(RoutingContext request, String requestId) {
    request.put(KEY, requestId);
  }

  private static @Nullable RoutingContext request() {
    var container = Arc.container();
    if (container == null || !container.requestContext().isActive()) {
      return null;
    }
    return container.instance(CurrentVertxRequest.class).get().getCurrent();
  }
}
