package io.tarn.edge.problem;

import io.tarn.common.id.Ids;
import io.vertx.ext.web.RoutingContext;

/// The id of a request, made by the edge and by nobody outside of it.
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "tarn.request-id";

  private RequestIds() {}

  public static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    var made = Ids.uuid().toString();
    context.put(KEY, made);
    return made;
  }
}
