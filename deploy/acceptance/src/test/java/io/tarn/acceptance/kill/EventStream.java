package io.tarn.acceptance.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Events from a seed, in batches. Some are sent again with other white space (duplicates) and some
/// come again with other
/// content under the same id and time (conflicts); both repeat only what an earlier batch held.
final class EventStream {
  private static final int DUPLICATES_PERCENT = 4;
  private static final int CONFLICTS_PERCENT = 2;

  private final Random random;
  private final int total;
  private final int batchSize;
  private final List<SentEvent> originals = new ArrayList<>();
  private final Set<String> conflicts = new TreeSet<>();
  private int made;

  EventStream(long seed, int total, int batchSize) {
    this.random = new Random(seed);
    this.total = total;
    this.batchSize = batchSize;
  }

  boolean isAtItsEnd() {
    return made >= total;
  }

  int batches() {
    return (total + batchSize - 1) / batchSize;
  }

  /// The next batch as NDJSON.
  String next() {
    int known = originals.size();
    var lines = new StringBuilder();
    for (int i = 0; i < batchSize && !isAtItsEnd(); i++, made++) {
      lines.append(line(known)).append('\n');
    }
    return lines.toString();
  }

  private String line(int known) {
    int dice = known == 0 ? 100 : random.nextInt(100);
    if (dice < DUPLICATES_PERCENT) {
      return originals.get(random.nextInt(known)).text().replace("{", "{ ");
    }
    if (dice < DUPLICATES_PERCENT + CONFLICTS_PERCENT) {
      var conflict = originals.get(random.nextInt(known)).withOtherContent(made);
      conflicts.add(conflict.key());
      return conflict.text();
    }
    originals.add(SentEvent.of(made, random));
    return originals.getLast().text();
  }

  /// Expected content of the store: id and time to digest.
  Map<String, String> stored() {
    Map<String, String> expected = new TreeMap<>();
    originals.forEach(event -> expected.put(event.id() + "|" + event.time(), event.digest()));
    return expected;
  }

  /// Expected conflicts: id, time and digest.
  Set<String> conflicts() {
    return conflicts;
  }
}
