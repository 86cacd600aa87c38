package io.tarn.local.product;

import java.io.PrintStream;
import java.time.Duration;

/// Says what happens while the product starts: one line a part, with a mark and seconds.
public final class Progress {
  private final PrintStream out;
  private boolean isEnding;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public synchronized void done(String what, Duration took) {
    out.printf("  ✓ %-26s %5.1f s%n", what, took.toMillis() / 1000.0);
    out.flush();
  }

  public synchronized void elsewhere(String what, String address) {
    out.printf("  ○ %-26s %s%n", what, address);
    out.flush();
  }

  public synchronized void failed(String what, String reason) {
    if (isEnding) {
      return;
    }
    out.printf("  ✗ %-26s %s%n", what, reason);
    out.flush();
  }

  /// From now on everything is ended: that a start does not come to its end is no failure.
  synchronized void ending() {
    say("Ending.");
    isEnding = true;
  }

  synchronized boolean isEnding() {
    return isEnding;
  }

  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
