package io.tarn.local.sending;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/// Progress on one line of a terminal: a bar, events per second, bytes, remaining time. Nothing is
/// written unless the output is a terminal.
public final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long REDRAW = 200_000_000L;

  private final PrintStream out;
  private final boolean isWatched;
  private final long total;
  private final boolean countsBytes;
  private final long start = System.nanoTime();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long drawn;

  ProgressLine(PrintStream out, boolean isWatched, long total, boolean countsBytes) {
    this.out = out;
    this.isWatched = isWatched;
    this.total = total;
    this.countsBytes = countsBytes;
  }

  /// Progress by number of events.
  public static ProgressLine onTerminal(long totalEvents) {
    return new ProgressLine(System.err, isTerminal(), totalEvents, false);
  }

  /// Progress by number of bytes.
  public static ProgressLine ofBytes(long totalBytes) {
    return new ProgressLine(System.err, isTerminal(), totalBytes, true);
  }

  /// Progress that is not printed.
  public static ProgressLine unseen() {
    return new ProgressLine(System.err, false, 0, false);
  }

  @SuppressWarnings("SystemConsoleNull") // older releases may answer null, and so it is declared
  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /// Sets the number of events so far.
  public void events(long total) {
    events.accumulateAndGet(total, Math::max);
    draw(false);
  }

  public void addEvents(long more) {
    events.addAndGet(more);
    draw(false);
  }

  public void addBytes(long more) {
    bytes.addAndGet(more);
    draw(false);
  }

  private synchronized void draw(boolean isLast) {
    var now = System.nanoTime();
    if (isWatched && (isLast || now - drawn > REDRAW)) {
      drawn = now;
      out.print("\r" + text(Math.max(1, now - start) / 1e9) + "\u001b[K");
      out.flush();
    }
  }

  /// Text of the line after the given seconds.
  String text(double seconds) {
    var through = countsBytes ? bytes.get() : events.get();
    var share = total == 0 ? 1 : Math.min(1, (double) through / total);
    var full = (int) (share * WIDTH);
    var bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    var left = share == 0 ? "" : ", %s left".formatted(duration(seconds / share - seconds));
    return "%s %3.0f %%  %,d events, %,.0f/s%s%s"
        .formatted(
            bar,
            share * 100,
            events.get(),
            events.get() / seconds,
            countsBytes ? ", " + size(bytes.get()) : "",
            left);
  }

  /// A number of bytes with its unit.
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    var value = bytes / 1000.0;
    for (var unit : new String[] {"kB", "MB", "GB"}) {
      if (value < 1000) {
        return "%.1f %s".formatted(value, unit);
      }
      value /= 1000;
    }
    return "%.1f TB".formatted(value);
  }

  private static String duration(double seconds) {
    var whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
  }

  @Override
  public void close() {
    if (isWatched) {
      draw(true);
      out.println();
    }
  }
}
