package io.tarn.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lines of a log, and the position in the file where they end. Logs are read a piece at a time,
/// since some grow larger than this program's memory.
record LogLines(List<String> lines, long end) {
  private static final int PIECE = 1 << 20;

  /// The last lines, the unfinished one among them.
  static LogLines newest(Path file, int count) throws IOException {
    var size = Files.size(file);
    var start = Math.max(0, size - PIECE);
    var bytes = read(file, start);
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    return new LogLines(
        lines.subList(Math.max(0, lines.size() - count), lines.size()), start + bytes.length);
  }

  /// The complete lines after a position; of a truncated file all lines.
  static LogLines after(Path file, long position) throws IOException {
    var start = position <= Files.size(file) ? position : 0;
    var bytes = read(file, start);
    var length = bytes.length == PIECE ? PIECE : afterLastLineEnd(bytes);
    var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return new LogLines(text.lines().toList(), start + length);
  }

  private static byte[] read(Path file, long start) throws IOException {
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(start);
      var bytes = new byte[Math.clamp(log.length() - start, 0, PIECE)];
      log.readFully(bytes);
      return bytes;
    }
  }

  private static int afterLastLineEnd(byte[] bytes) {
    var length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }
}
