package io.tarn.bench;

import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoEvent;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.EventFiles;
import io.tarn.local.sending.Sendable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Generated events of the last quarter in gzip trail files, cut as a bench wants them.
final class TrailFiles {
  private static final long SEED = 1;
  private static final Duration QUARTER = Duration.ofDays(90);

  private TrailFiles() {}

  /// Writes the files into a folder of their own.
  ///
  /// @param whose tenant of the activity
  /// @param perFile how many events in each but the last
  static List<Sendable> write(Path folder, DemoTenant whose, int events, int perFile)
      throws IOException {
    var end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var request = new DemoRequest(events, SEED, end.minus(QUARTER), end, DemoRequest.DAILY);
    try (var all = new DemoActivity(whose, request).events()) {
      return write(folder, all.map(DemoEvent::json).iterator(), perFile);
    }
  }

  /// Writes records as they are into a folder of their own.
  static List<Sendable> write(Path folder, Iterator<String> records, int perFile)
      throws IOException {
    for (var number = 0; records.hasNext(); number++) {
      writeOne(folder.resolve("%06d.json.gz".formatted(number)), records, perFile);
    }
    return EventFiles.in(folder).files();
  }

  private static void writeOne(Path file, Iterator<String> records, int count) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file), 64 * 1024)) {
      write(out, "{\"Records\":[");
      for (var written = 0; written < count && records.hasNext(); written++) {
        write(out, (written == 0 ? "" : ",") + records.next());
      }
      write(out, "]}");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
