package io.tarn.demo.trail;

import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// Turns activity into the files of a trail, one at a time.
public final class TrailWriter {
  private final DemoActivity activity;
  private final TrailKey key;
  private final String bucket;
  private final String prefix;
  private final Map<String, DigestChain> chains = new HashMap<>();

  /// @param bucket where the files will stand, which their digests name
  /// @param prefix before `AWSLogs`; empty or ending with a slash
  public TrailWriter(DemoActivity activity, TrailKey key, String bucket, String prefix) {
    this.activity = activity;
    this.key = key;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /// Takes each file as it is made.
  @FunctionalInterface
  public interface Sink {
    void take(TrailObject object) throws IOException, InterruptedException;
  }

  /// Makes all files in the order of time, a digest after the log files that it names.
  public void write(Sink sink, GroundTruth truth) throws IOException, InterruptedException {
    try (var windows = activity.windows()) {
      for (var window : (Iterable<Window>) windows::iterator) {
        write(window, sink, truth);
      }
    }
  }

  private void write(Window window, Sink sink, GroundTruth truth)
      throws IOException, InterruptedException {
    var files = new ArrayList<LogFile>();
    for (var slice : window.slices()) {
      var events = activity.events(slice);
      truth.add(events);
      var file = LogFile.of(prefix, slice, events);
      sink.take(file.object());
      files.add(withoutBytes(file));
    }
    var chain = window.account() + window.region();
    sink.take(
        chains
            .computeIfAbsent(chain, _ -> new DigestChain(key, bucket, prefix))
            .next(window, files));
  }

  /// Entry of a file for the digest, so that a busy window does not hold its files in memory.
  private static LogFile withoutBytes(LogFile file) {
    var object = file.object();
    var empty = new TrailObject(object.key(), new byte[0], Map.of(), object.events());
    return new LogFile(empty, file.sha256(), file.oldest(), file.newest());
  }
}
