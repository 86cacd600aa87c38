package io.tarn.edge.proxy;

import io.quarkus.logging.Log;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.problem.RequestIds;
import io.tarn.edge.problem.UnreadBody;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request and its answer on their way through the edge. Each side is read only as fast as the
/// other takes it, so a body of any size needs a few buffers. When one side disconnects, the other
/// is closed.
final class Exchange {
  private final RoutingContext context;
  private final HttpClientRequest outgoing;
  private final Duration answerTimeout;
  private @Nullable HttpClientResponse incoming;
  private boolean answered;

  Exchange(RoutingContext context, HttpClientRequest outgoing, Duration answerTimeout) {
    this.context = context;
    this.outgoing = outgoing;
    this.answerTimeout = answerTimeout;
  }

  void run(String grant, long bodyLimit) {
    var request = context.request();
    HeaderRules.copyInwards(request.headers(), outgoing.headers());
    outgoing
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + grant)
        .putHeader(RequestIds.HEADER, RequestIds.of(context));
    // Failures reach the response and the body, which answer them.
    outgoing.exceptionHandler(_ -> {});
    context.response().closeHandler(_ -> abandon());
    outgoing.response().onSuccess(this::answer).onFailure(this::fail);
    if (hasBody()) {
      sendBody(bodyLimit);
    } else {
      request.resume();
      outgoing.end();
      limitWaiting();
    }
  }

  /// Only while the answer is still to come: a timer of a finished request would later close the
  /// connection, which serves another request by then.
  private void limitWaiting() {
    if (!outgoing.response().isComplete()) {
      outgoing.idleTimeout(answerTimeout.toMillis());
    }
  }

  /// The caller is gone. What has come of the answer is dropped first: where that is all of it, the
  /// connection serves another request already, and must not be closed.
  private void abandon() {
    if (incoming == null) {
      outgoing.reset();
    } else {
      incoming.handler(_ -> {}).resume();
      context.vertx().runOnContext(_ -> resetUnlessAnswered());
    }
  }

  private void resetUnlessAnswered() {
    if (!answered) {
      outgoing.reset();
    }
  }

  private boolean hasBody() {
    var headers = context.request().headers();
    return headers.contains(HttpHeaders.TRANSFER_ENCODING)
        || !"0"
            .equals(
                headers.contains(HttpHeaders.CONTENT_LENGTH)
                    ? headers.get(HttpHeaders.CONTENT_LENGTH)
                    : "0");
  }

  private void sendBody(long limit) {
    var request = context.request();
    outgoing.setChunked(!request.headers().contains(HttpHeaders.CONTENT_LENGTH));
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      context.response().writeContinue();
    }
    new LimitedBody(request, limit)
        .pipe()
        .endOnFailure(false)
        .to(outgoing)
        .onSuccess(_ -> limitWaiting())
        .onFailure(this::failBody);
  }

  private void failBody(Throwable failure) {
    // First the answer: the reset itself comes back as a failure of the service.
    if (failure instanceof LimitedBody.TooLargeException) {
      Refusal.TOO_LARGE.answer(context);
    } else {
      fail(failure);
    }
    outgoing.reset();
  }

  private void answer(HttpClientResponse incoming) {
    this.incoming = incoming;
    incoming.end().onSuccess(_ -> answered = true);
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(incoming.statusCode());
    HeaderRules.copyOutwards(incoming.headers(), response.headers());
    if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    UnreadBody.announce(context);
    if (!hasBody(incoming)) {
      incoming.resume();
      response.end().onComplete(_ -> UnreadBody.discard(context));
      return;
    }
    response.setChunked(!response.headers().contains(HttpHeaders.CONTENT_LENGTH));
    incoming
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onSuccess(_ -> UnreadBody.discard(context))
        .onFailure(_ -> context.request().connection().close());
  }

  private boolean hasBody(HttpClientResponse incoming) {
    int status = incoming.statusCode();
    return !HttpMethod.HEAD.equals(context.request().method()) && status != 204 && status != 304;
  }

  private void fail(Throwable failure) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    Log.warnf("request %s: no answer: %s", RequestIds.of(context), failure.toString());
    var refusal = failure instanceof TimeoutException ? Refusal.TOO_LATE : Refusal.UNREACHABLE;
    refusal.answer(context);
  }
}
