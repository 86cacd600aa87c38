package io.tarn.service.gate;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Remembers the polls that have been recorded, the latest ones only. A poll that was forgotten
/// is recorded again under the same id, and readers drop the repeat.
final class RecentPolls {
  private final Set<String> polls;

  RecentPolls(int capacity) {
    this.polls =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                  @Override
                  protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > capacity;
                  }
                }));
  }

  boolean contains(String poll) {
    return polls.contains(poll);
  }

  void add(String poll) {
    polls.add(poll);
  }

  static UUID idOf(String poll) {
    return UUID.nameUUIDFromBytes(poll.getBytes(StandardCharsets.UTF_8));
  }
}
