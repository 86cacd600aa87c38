package io.tarn.local.sending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The files to import: a named file under any name, and the files of folders and buckets whose
/// names look like events. The format of a file is detected by its content alone.
public final class EventFiles {
  private static final Pattern EVENTS =
      Pattern.compile(".*\\.(json|jsonl|ndjson|csv|zip)(\\.(gz|zst))?");
  private static final String DIGESTS = "/CloudTrail-Digest/";

  private EventFiles() {}

  /// One file, or the files of a folder in the order of their names.
  public static List<Sendable> in(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(of(path));
    }
    var files = new ArrayList<Sendable>();
    try (var found = Files.walk(path)) {
      var events = found.filter(Files::isRegularFile).filter(f -> isEvents(f.toString())).sorted();
      for (var file : (Iterable<Path>) events::iterator) {
        files.add(of(file));
      }
    }
    return files;
  }

  private static Sendable of(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read");
    }
    return new Sendable(file.toString(), Files.size(file), () -> Files.newInputStream(file));
  }

  static boolean isEvents(String name) {
    return EVENTS.matcher(name).matches() && !name.contains(DIGESTS) && !name.contains("/truth/");
  }
}
