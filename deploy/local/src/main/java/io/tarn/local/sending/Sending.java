package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeException;
import io.tarn.local.edge.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongConsumer;

/// Sends many files into one upload, several side by side. What breaks on the way is tried again a
/// few times; what the door refuses is not.
public final class Sending {
  private static final int TRIES = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Uploads uploads;
  private final String upload;
  private final int atOnce;
  private final ProgressLine progress;
  private final Outcome outcome =
      new Outcome(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());

  public Sending(Uploads uploads, String upload, int atOnce, ProgressLine progress) {
    this.uploads = uploads;
    this.upload = upload;
    this.atOnce = atOnce;
    this.progress = progress;
  }

  /// What did not get through, by name, with what was said.
  ///
  /// @param refused files that would be refused again
  /// @param broken files that may get through another time
  public record Outcome(
      ConcurrentSkipListMap<String, String> refused, ConcurrentSkipListMap<String, String> broken) {
    public boolean isComplete() {
      return refused.isEmpty() && broken.isEmpty();
    }
  }

  /// Sends all files but those that are known to be taken.
  public Outcome send(List<Sendable> files, Set<String> taken)
      throws IOException, InterruptedException {
    try (var line = new SideBySide(atOnce)) {
      for (var file : files) {
        if (taken.contains(file.name())) {
          progress.addBytes(file.size());
        } else {
          line.run(() -> send(file));
        }
      }
      line.finish();
    }
    return outcome;
  }

  private void send(Sendable file) throws InterruptedException {
    for (var attempt = 1; ; attempt++) {
      try {
        count(uploads.send(upload, file.name(), body(file)));
        return;
      } catch (EdgeException refusal) {
        if (!isPassing(refusal.status())) {
          outcome.refused.put(file.name(), String.valueOf(refusal.getMessage()));
          return;
        }
        if (attempt == TRIES) {
          outcome.broken.put(file.name(), String.valueOf(refusal.getMessage()));
          return;
        }
      } catch (IOException failure) {
        if (attempt == TRIES) {
          outcome.broken.put(file.name(), String.valueOf(failure.getMessage()));
          return;
        }
      }
      Thread.sleep(PAUSE.multipliedBy(1L << attempt));
    }
  }

  private void count(JsonNode answer) {
    progress.addEvents(answer.path("received").asLong());
  }

  private static boolean isPassing(int status) {
    return status >= 500 || status == 401 || status == 409 || status == 429;
  }

  private BodyPublisher body(Sendable file) {
    var content = BodyPublishers.ofInputStream(() -> opened(file));
    return file.size() == 0 ? content : BodyPublishers.fromPublisher(content, file.size());
  }

  private InputStream opened(Sendable file) {
    try {
      return new CountedStream(file.open(), progress::addBytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Tells how many bytes were read.
  private static final class CountedStream extends java.io.FilterInputStream {
    private final LongConsumer listener;

    CountedStream(InputStream in, LongConsumer listener) {
      super(in);
      this.listener = listener;
    }

    @Override
    public int read() throws IOException {
      var read = super.read();
      if (read >= 0) {
        listener.accept(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = super.read(bytes, offset, length);
      if (read > 0) {
        listener.accept(read);
      }
      return read;
    }
  }
}
