package io.tarn.ingest.conflict;

import io.tarn.ingest.conflict.Comparison.Difference;
import io.tarn.ingest.conflict.Comparison.Differences;
import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the values in which two JSON texts differ, as deep as they have the same structure. Not
/// thread-safe.
///
/// ```
/// {"a":1,"b":{"c":[1,2]}}   {"a":1,"b":{"c":[1,3]},"d":null}
/// /b/c/1: 2, 3   /d: none, null
/// ```
final class EventComparison {
  private static final int MOST = 1000;
  private static final int MOST_CHARACTERS = 4 * Comparison.LONGEST_TEXT;

  private final List<Difference> found = new ArrayList<>();
  private int characters;
  private boolean isFull;

  private EventComparison() {}

  /// The first differences, in the order of the stored text: at most a thousand, of a million
  /// characters together. Where texts differ only in what JSON does not see (a key repeated, a
  /// number written otherwise), the whole of them is named.
  static Differences between(String stored, String other) {
    var comparison = new EventComparison();
    try {
      comparison.compare("", read(stored), read(other));
    } catch (NotJsonException _) {
      return new Differences(List.of(new Difference("", stored, other)), true);
    }
    return comparison.found.isEmpty() && !comparison.isFull
        ? new Differences(List.of(new Difference("", stored, other)), true)
        : new Differences(comparison.found, !comparison.isFull);
  }

  private static Json read(String text) throws NotJsonException {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void compare(String path, @Nullable Json stored, @Nullable Json other) {
    if (isFull) {
      return;
    }
    if (stored instanceof Json.Structure one && other instanceof Json.Structure two) {
      compareMembers(path, byName(one), byName(two));
    } else if (stored instanceof Json.Sequence(var one)
        && other instanceof Json.Sequence(var two)) {
      for (int i = 0; i < Math.max(one.size(), two.size()) && !isFull; i++) {
        compare(path + "/" + i, at(one, i), at(two, i));
      }
    } else if (stored == null || !stored.equals(other)) {
      add(new Difference(path, text(stored), text(other)));
    }
  }

  private void compareMembers(String path, Map<String, Json> one, Map<String, Json> two) {
    var names = new LinkedHashSet<>(one.keySet());
    names.addAll(two.keySet());
    for (var name : names) {
      compare(path + "/" + escaped(name), one.get(name), two.get(name));
    }
  }

  /// The last value of a key that is repeated, as everywhere.
  private static Map<String, Json> byName(Json.Structure structure) {
    var values = LinkedHashMap.<String, Json>newLinkedHashMap(structure.members().size());
    structure.members().forEach(member -> values.put(member.name(), member.value()));
    return values;
  }

  private void add(Difference difference) {
    characters += difference.length();
    if (found.size() == MOST || characters > MOST_CHARACTERS) {
      isFull = true;
    } else {
      found.add(difference);
    }
  }

  private static @Nullable Json at(List<Json> elements, int index) {
    return index < elements.size() ? elements.get(index) : null;
  }

  private static @Nullable String text(@Nullable Json value) {
    return value == null ? null : CompactJson.of(value);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
