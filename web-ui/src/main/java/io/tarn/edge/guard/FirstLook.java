package io.tarn.edge.guard;

import io.quarkus.logging.Log;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.problem.RequestIds;
import io.tarn.edge.route.RoutePattern;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// First filter of the edge: the label of a request for metrics, the refusal of a request without
/// a host, and a problem document for failures outside of the other filters.
@ApplicationScoped
public class FirstLook {
  private static final int FIRST = -3000;
  private static final Refusal BAD_REQUEST =
      new Refusal(400, "invalid-request", "The request cannot be read.");
  private static final Refusal INTERNAL =
      new Refusal(500, "internal", "Something failed on our side.");

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::look).failureHandler(this::failed);
  }

  private void look(RoutingContext context) {
    var path = context.request().path();
    var metric = HttpRequestMetric.getRequestMetric(context);
    if (metric != null) {
      metric.setTemplatePath(RoutePattern.of(path == null ? "" : path));
    }
    if (context.request().authority() == null || path == null || !path.startsWith("/")) {
      BAD_REQUEST.answer(context);
    } else {
      context.next();
    }
  }

  private void failed(RoutingContext context) {
    int status = context.statusCode();
    if (context.response().headWritten() || context.failure() instanceof SecurityException) {
      context.next();
    } else if (status == 400 || context.failure() instanceof IllegalArgumentException) {
      BAD_REQUEST.answer(context);
    } else if (status < 0 || status == 500) {
      Log.errorf(context.failure(), "request %s failed", RequestIds.of(context));
      INTERNAL.answer(context);
    } else {
      context.next();
    }
  }
}
