package io.tarn.local.product;

import java.io.PrintStream;
import java.time.Duration;

/// Progress of a start: one line per part, with a mark and its duration.
public final class Progress {
  private final PrintStream out;
  private boolean isStopping;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public synchronized void done(String what, Duration took) {
    out.printf("  ✓ %-26s %5.1f s%n", what, took.toMillis() / 1000.0);
    out.flush();
  }

  public synchronized void external(String what, String address) {
    out.printf("  ○ %-26s %s%n", what, address);
    out.flush();
  }

  public synchronized void failed(String what, String reason) {
    if (isStopping) {
      return;
    }
    out.printf("  ✗ %-26s %s%n", what, reason);
    out.flush();
  }

  /// Marks the shutdown; an aborted start is no failure from now on.
  synchronized void stopping() {
    say("Stopping.");
    isStopping = true;
  }

  synchronized boolean isStopping() {
    return isStopping;
  }

  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
