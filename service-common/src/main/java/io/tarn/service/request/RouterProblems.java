package io.tarn.service.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.tarn.service.problem.Problem;
import io.tarn.service.problem.RequestId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Problem documents for what is refused before an endpoint is found: a body that says it is too
/// large, an address that cannot be decoded. The framework's own refusals there have no body.
@ApplicationScoped
class RouterProblems {
  private static final int BEFORE = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;
  private static final int AFTER = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;
  private static final Problem TOO_LARGE =
      Problem.of(413, "too-large", "The request is larger than this address takes.", Map.of());
  private static final Problem UNREADABLE =
      Problem.of(400, "invalid-request", "The address of the request cannot be read.", Map.of());
  private static final Problem INTERNAL =
      Problem.of(500, "internal", "Something failed on our side.", Map.of());
  private static final long LINGER_MILLIS = 1_000;

  private final ObjectMapper json;
  private final long limit;

  RouterProblems(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE).failureHandler(this::failed);
    router.route().order(BEFORE).handler(this::check);
    router.route().order(AFTER).handler(this::leaveRoom);
  }

  private void check(RoutingContext context) {
    if (lengthOf(context) <= limit) {
      context.next();
      return;
    }
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    answer(context, TOO_LARGE).onComplete(_ -> discard(context));
  }

  /// What fails outside of an endpoint: before Quarkus' own handler, whose answers are empty or of
  /// a form of their own. Missing credentials are answered with a challenge there.
  private void failed(RoutingContext context) {
    var failure = context.failure();
    int status = context.statusCode();
    if (context.response().headWritten() || failure instanceof SecurityException) {
      context.next();
    } else if (status == 400 || failure instanceof IllegalArgumentException) {
      answer(context, UNREADABLE);
    } else if (status < 0 || status >= 500) {
      Log.errorf(failure, "request %s failed", RequestId.of(context));
      answer(context, INTERNAL);
    } else {
      context.next();
    }
  }

  private Future<Void> answer(RoutingContext context, Problem problem) {
    return context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(document(problem.withRequestId(RequestId.of(context))));
  }

  /// A body of unknown length is bounded as it is read, and refused with a document there. Quarkus
  /// would cut the connection without one, so its own bound lies beyond ours.
  private void leaveRoom(RoutingContext context) {
    if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * limit);
    }
    context.next();
  }

  /// Closing at once would take the answer away from a caller who still sends.
  private static void discard(RoutingContext context) {
    var request = context.request();
    request.handler(_ -> {}).resume();
    context.vertx().setTimer(LINGER_MILLIS, _ -> request.connection().close());
  }

  private static long lengthOf(RoutingContext context) {
    var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE;
    }
  }

  private Buffer document(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
