package io.tarn.edge.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// The body of a request as a stream that fails once it is longer than allowed.
final class LimitedBody implements ReadStream<Buffer> {
  private final HttpServerRequest request;
  private final long limit;
  private long seen;
  private @Nullable Handler<Throwable> failed;

  LimitedBody(HttpServerRequest request, long limit) {
    this.request = request;
    this.limit = limit;
  }

  @Override
  public LimitedBody handler(@Nullable Handler<Buffer> next) {
    request.handler(next == null ? null : part -> take(part, next));
    return this;
  }

  private void take(Buffer part, Handler<Buffer> next) {
    seen += part.length();
    if (seen <= limit) {
      next.handle(part);
    } else if (failed != null) {
      request.pause();
      failed.handle(new TooLargeException());
    }
  }

  @Override
  public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    request.exceptionHandler(handler);
    return this;
  }

  @Override
  public LimitedBody pause() {
    request.pause();
    return this;
  }

  @Override
  public LimitedBody resume() {
    request.resume();
    return this;
  }

  @Override
  public LimitedBody fetch(long amount) {
    request.fetch(amount);
    return this;
  }

  @Override
  public LimitedBody endHandler(@Nullable Handler<Void> handler) {
    request.endHandler(handler);
    return this;
  }

  /// The body is longer than allowed.
  static final class TooLargeException extends RuntimeException {
    TooLargeException() {
      super("body too large", null, false, false);
    }
  }
}
