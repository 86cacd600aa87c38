package io.tarn.ingest.retention;

import io.tarn.ingest.storage.StoreDays;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which events are removed: how many, from when to when, and a digest by which somebody who has
/// a copy can prove which. Events are added in the order of event time and id. Not thread-safe.
///
/// ```
/// SHA-256 of   2026-11-20T10:00:00.000Z 5f0c2b1e-...\n   for each event
/// ```
public final class RemovedEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private final MessageDigest digest = sha256();
  private @Nullable LocalDateTime first;
  private @Nullable LocalDateTime last;
  private final Map<LocalDate, StoreDays.Count> days = new TreeMap<>();
  private long count;

  /// @param time the event time in UTC
  /// @param bytes octets of its original text
  public void add(LocalDateTime time, String id, long bytes) {
    if (first == null) {
      first = time;
    }
    last = time;
    count++;
    days.merge(time.toLocalDate(), new StoreDays.Count(1, bytes), StoreDays.Count::plus);
    digest.update((TIME.format(time) + " " + id + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public long count() {
    return count;
  }

  /// How much leaves each day.
  Map<LocalDate, StoreDays.Count> days() {
    return Map.copyOf(days);
  }

  LocalDateTime first() {
    return bound(first);
  }

  LocalDateTime last() {
    return bound(last);
  }

  /// The digest of all that was added. It can be asked for at any time.
  byte[] digest() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static LocalDateTime bound(@Nullable LocalDateTime time) {
    if (time == null) {
      throw new IllegalStateException("no event was removed");
    }
    return time;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
