package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/// Reads files that are made while they are read, in a process with a small heap.
final class HugeFiles {
  private HugeFiles() {}

  /// Prints how many events were found in each of the files and how many it had, and the most heap
  /// that was in use.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long bytes = Long.parseLong(arguments[0]);
    System.out.println("lines " + events(new Endless("", "\n", bytes)));
    System.out.println("one-line " + events(new Endless("{\"Records\":[", ",", 50_000_000)));
    System.out.println("peak " + peakBytes());
  }

  private static String events(Endless file) throws IOException, InterruptedException {
    var found = new AtomicLong();
    new EventFile(Found.LIMITS)
        .read(
            file,
            piece -> {
              if (piece instanceof Piece.Candidate) {
                found.incrementAndGet();
              }
            });
    return found.get() + " " + file.count;
  }

  private static long peakBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /// A file of so many bytes or a little more.
  static final class Endless extends InputStream {
    private static final String PADDING = "x".repeat(1000);

    private final LongFunction<String> next;
    private final long length;
    private byte[] part;
    private int at;
    private long made;
    private long count;

    Endless(String begin, String between, long length) {
      this.next = id -> event(id) + between;
      this.length = length;
      this.part = begin.getBytes(StandardCharsets.US_ASCII);
    }

    static String event(long id) {
      return "{\"eventVersion\":\"1.08\",\"eventID\":\"%d\",\"a\":{\"b\":\"%s\"}}"
          .formatted(id, PADDING);
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("only in parts");
    }

    @Override
    public int read(byte[] into, int offset, int room) {
      if (at == part.length) {
        if (made >= length) {
          return -1;
        }
        part = next.apply(count++).getBytes(StandardCharsets.US_ASCII);
        at = 0;
      }
      int given = Math.min(room, part.length - at);
      System.arraycopy(part, at, into, offset, given);
      at += given;
      made += given;
      return given;
    }
  }
}
