package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes files of events in any form out of a seed, whole or damaged.
@SuppressWarnings("ArrayRecordComponent") // test data
record RandomFile(byte[] bytes, List<String> events) {
  private static final List<String> MARKS = List.of("\"", "{", "}", "[", "]", "\n", "\0", ",");
  private static final String[] TEXTS = {
    "", "plain", "ü 漢 😀", "}{", "],[", "\\\"", "\\\\", "\\u0000", "{\\\"eventVersion\\\":1}", "//"
  };

  /// A file without a fault.
  static RandomFile whole(long seed) {
    var random = new Random(seed);
    var events = new ArrayList<String>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      events.add(event(random, i));
    }
    return new RandomFile(framed(random, events).getBytes(StandardCharsets.UTF_8), events);
  }

  /// A file with up to four damaged places.
  static RandomFile damaged(long seed) {
    var whole = whole(seed);
    var random = new Random(~seed);
    var bytes = whole.bytes();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = damaged(random, bytes);
    }
    return new RandomFile(bytes, whole.events());
  }

  /// A file with one byte too many or too few.
  static RandomFile scratched(long seed) {
    var whole = whole(seed);
    return new RandomFile(scratched(new Random(~seed), whole.bytes()), whole.events());
  }

  private static byte[] scratched(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return random.nextBoolean()
        ? joined(bytes, at, at + 1, "")
        : joined(bytes, at, at, MARKS.get(random.nextInt(MARKS.size())));
  }

  private static byte[] damaged(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1, 2 -> bytes.length == 0 ? bytes : scratched(random, bytes);
      default -> joined(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), "");
    };
  }

  private static byte[] joined(byte[] bytes, int to, int from, String between) {
    return bytes.length == 0
        ? bytes
        : Packing.joined(
            Arrays.copyOf(bytes, to),
            between.getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length));
  }

  private static String framed(Random random, List<String> events) {
    var space = random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : " \r\n ";
    return switch (random.nextInt(6)) {
      case 0 -> "{\"Records\":[" + String.join("," + space, events) + space + "]}";
      case 1 -> "[" + space + String.join(space + ",", events) + "]" + space;
      case 2 -> String.join("\n", events);
      case 3 -> String.join("", events);
      case 4 ->
          "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":["
              + String.join("," + space, events.stream().map(RandomFile::logged).toList())
              + "],\"more\":{\"a\":[1]}}";
      default ->
          String.join(
              "\n", events.stream().map(event -> "{\"id\":1,\"detail\":" + event + "}").toList());
    };
  }

  private static String logged(String event) {
    return "{\"id\":\"1\",\"message\":\""
        + event.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"}";
  }

  private static String event(Random random, int id) {
    var space = random.nextInt(3) == 0 ? "\n" : "";
    return "{"
        + space
        + "\"eventVersion\":\"1.08\",\"eventID\":\""
        + id
        + "\",\"a\":"
        + value(random, 4)
        + "}";
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> String.valueOf(random.nextInt());
      case 1 -> "null";
      case 2, 3 -> "\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"";
      case 4 -> "[" + value(random, depth - 1) + ", " + value(random, depth - 1) + "]";
      default ->
          "{\"" + TEXTS[random.nextInt(TEXTS.length)] + "\" : " + value(random, depth - 1) + "}";
    };
  }
}
