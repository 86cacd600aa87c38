package io.tarn.service.request;

import io.tarn.service.problem.ProblemException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bounds every body that is read as a whole, whether it says its length or not. A body that is
/// streamed has the bounds of its endpoint.
@Provider
public class BodyLimit implements ReaderInterceptor {
  /// In bytes. The edge lets no more through to an endpoint that reads bodies as a whole.
  public static final long LARGEST_BODY = 1024 * 1024;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() != InputStream.class) {
      context.setInputStream(new Bounded(context.getInputStream()));
    }
    return context.proceed();
  }

  private static final class Bounded extends FilterInputStream {
    private long left = LARGEST_BODY;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new ProblemException(
            413, "too-large", "The request is larger than this address takes.");
      }
    }
  }
}
