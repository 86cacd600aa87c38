package io.tarn.ingest.conflict;

import io.tarn.ingest.conflict.Comparison.Difference;
import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds where two JSON texts differ, as deep as they have the same shape. Not thread-safe.
///
/// ```
/// {"a":1,"b":{"c":[1,2]}}   {"a":1,"b":{"c":[1,3]},"d":null}
/// /b/c/1: 2, 3   /d: none, null
/// ```
final class Differences {
  private static final int MAX = 1000;

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /// The first differences, in the order of the stored text. Where texts differ only in what JSON
  /// does not see (a key repeated, a number written otherwise), the whole of them is named.
  static List<Difference> between(String stored, String other) {
    var differences = new Differences();
    try {
      differences.compare("", read(stored), read(other));
    } catch (NotJsonException _) {
      return List.of(new Difference("", stored, other));
    }
    return differences.found.isEmpty()
        ? List.of(new Difference("", stored, other))
        : List.copyOf(differences.found);
  }

  private static Json read(String text) throws NotJsonException {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void compare(String path, @Nullable Json stored, @Nullable Json other) {
    if (found.size() >= MAX) {
      return;
    }
    if (stored instanceof Json.Structure one && other instanceof Json.Structure two) {
      names(one, two)
          .forEach(name -> compare(path + "/" + escaped(name), one.get(name), two.get(name)));
    } else if (stored instanceof Json.Sequence(var one)
        && other instanceof Json.Sequence(var two)) {
      for (int i = 0; i < Math.max(one.size(), two.size()); i++) {
        compare(path + "/" + i, at(one, i), at(two, i));
      }
    } else if (stored == null || !stored.equals(other)) {
      found.add(new Difference(path, text(stored), text(other)));
    }
  }

  private static Set<String> names(Json.Structure one, Json.Structure two) {
    var names = new LinkedHashSet<String>();
    one.members().forEach(member -> names.add(member.name()));
    two.members().forEach(member -> names.add(member.name()));
    return names;
  }

  private static @Nullable Json at(List<Json> elements, int place) {
    return place < elements.size() ? elements.get(place) : null;
  }

  private static @Nullable String text(@Nullable Json value) {
    return value == null ? null : CompactJson.of(value);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
