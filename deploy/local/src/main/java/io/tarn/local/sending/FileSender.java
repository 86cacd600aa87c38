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
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongConsumer;

/// Sends files into one upload in parallel. Temporary failures are retried a few times; requests
/// that the edge refuses are not.
public final class FileSender {
  private static final int TRIES = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Uploads uploads;
  private final String upload;
  private final int atOnce;
  private final ProgressLine progress;
  private final Outcome outcome = new Outcome();

  public FileSender(Uploads uploads, String upload, int atOnce, ProgressLine progress) {
    this.uploads = uploads;
    this.upload = upload;
    this.atOnce = atOnce;
    this.progress = progress;
  }

  /// Files that were not received, by name with the error message, and those that were received
  /// and are not taken whole.
  ///
  /// @param refused files that a retry would not help
  /// @param failed files that a later retry may send
  /// @param rejected answers for files with rejected records
  /// @param empty files of no bytes
  public record Outcome(
      ConcurrentSkipListMap<String, String> refused,
      ConcurrentSkipListMap<String, String> failed,
      ConcurrentSkipListMap<String, Rejections> rejected,
      ConcurrentSkipListSet<String> empty) {
    public Outcome() {
      this(
          new ConcurrentSkipListMap<>(),
          new ConcurrentSkipListMap<>(),
          new ConcurrentSkipListMap<>(),
          new ConcurrentSkipListSet<>());
    }

    /// Whether all files were received.
    public boolean isComplete() {
      return refused.isEmpty() && failed.isEmpty();
    }
  }

  /// Sends all files except the ones already received.
  public Outcome send(List<Sendable> files, Set<String> received)
      throws IOException, InterruptedException {
    try (var line = new SideBySide(atOnce)) {
      for (var file : files) {
        if (received.contains(file.name())) {
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
        count(file, uploads.send(upload, file.name(), body(file)));
        return;
      } catch (EdgeException refusal) {
        if (!isTemporary(refusal.status())) {
          outcome.refused.put(file.name(), String.valueOf(refusal.getMessage()));
          return;
        }
        if (attempt == TRIES) {
          outcome.failed.put(file.name(), String.valueOf(refusal.getMessage()));
          return;
        }
      } catch (IOException failure) {
        if (attempt == TRIES) {
          outcome.failed.put(file.name(), String.valueOf(failure.getMessage()));
          return;
        }
      }
      Thread.sleep(PAUSE.multipliedBy(1L << attempt));
    }
  }

  private void count(Sendable file, JsonNode answer) {
    if (answer.path("rejected").asLong() > 0) {
      outcome.rejected.put(file.name(), Rejections.of(answer));
    } else if (file.size() == 0) {
      outcome.empty.add(file.name());
    }
    progress.addEvents(answer.path("received").asLong());
  }

  private static boolean isTemporary(int status) {
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

  /// Counts the bytes read.
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
