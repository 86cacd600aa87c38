package io.tarn.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Looks at the used heap of a service from time to time until it is closed. What is used includes
/// what the collector has not removed yet.
final class HeapWatch implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
  private static final double MEGABYTE = 1024 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest metrics;
  private final Thread thread;
  private volatile double peak;

  private HeapWatch(String address) {
    this.metrics =
        HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
            .timeout(Duration.ofSeconds(10))
            .build();
    this.thread = Thread.ofPlatform().daemon().name("heap watch").unstarted(this::watch);
  }

  /// @param address the service's
  static HeapWatch start(String address) {
    var started = new HeapWatch(address);
    started.thread.start();
    return started;
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      var answer = client.send(metrics, BodyHandlers.ofString());
      peak = Math.max(peak, used(answer.body()));
    } catch (IOException _) {
      // One look less; the peak is of those that there were.
    }
  }

  /// Bytes of all parts of the heap in a text of metrics.
  static double used(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(USED))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// The most that was seen.
  double peakMegabytes() {
    return peak / MEGABYTE;
  }

  @Override
  public void close() {
    thread.interrupt();
    client.close();
  }
}
