package io.tarn.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Which files an import means: those named, and in folders those that look like events.
final class EventFiles {
  private static final Pattern EVENTS = Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.gz)?");

  private EventFiles() {}

  static List<Path> in(List<Path> paths) throws IOException {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(below(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).filter(EventFiles::hasEvents).sorted().toList();
    }
  }

  private static boolean hasEvents(Path file) {
    var isDigest = file.toString().contains("/CloudTrail-Digest/");
    return !isDigest && EVENTS.matcher(file.getFileName().toString()).matches();
  }
}
