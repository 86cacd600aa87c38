package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Files of events, one a line.
final class EventLines {
  private EventLines() {}

  static List<String> events(int count) {
    return events(1, count);
  }

  static List<String> events(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            id ->
                "{\"eventVersion\":\"1.08\",\"eventID\":\"%08d-%x\"}"
                    .formatted(id, new Random(id).nextLong()))
        .toList();
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// The byte at which a text of ASCII first stands.
  static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
