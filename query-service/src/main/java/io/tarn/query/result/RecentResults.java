package io.tarn.query.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Small objects of results that were stored by this process a moment ago, for whoever reads the
/// first page right after the end. They are in the bucket, too, where they are read from then on.
/// Safe for several threads.
@ApplicationScoped
class RecentResults {
  private static final long KEPT = Duration.ofSeconds(10).toNanos();
  private static final int LARGEST = 128 * 1024;
  private static final long MOST_BYTES = 4 * 1024 * 1024;

  /// The oldest first.
  private final Map<String, Kept> objects = new LinkedHashMap<>();

  private long bytes;

  /// The bytes are handed on, compared by nobody and changed by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  private record Kept(byte[] content, long since) {
    boolean isOld(long now) {
      return now - since > KEPT;
    }
  }

  synchronized void put(String key, byte[] content) {
    if (content.length > LARGEST) {
      return;
    }
    remove(key);
    objects.put(key, new Kept(content, System.nanoTime()));
    bytes += content.length;
    dropOld();
  }

  /// The object, once; from then on it is in the bucket alone.
  synchronized byte @Nullable [] take(String key) {
    dropOld();
    var kept = objects.get(key);
    remove(key);
    return kept == null ? null : kept.content();
  }

  /// Drops whatever begins like this.
  synchronized void removeAll(String prefix) {
    objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList().forEach(this::remove);
  }

  private void dropOld() {
    var now = System.nanoTime();
    while (!objects.isEmpty()) {
      var oldest = objects.entrySet().iterator().next();
      if (bytes <= MOST_BYTES && !oldest.getValue().isOld(now)) {
        return;
      }
      remove(oldest.getKey());
    }
  }

  private void remove(String key) {
    var gone = objects.remove(key);
    if (gone != null) {
      bytes -= gone.content().length;
    }
  }
}
