package io.tarn.ingest.record;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The column model turned round: from the keys of an event's JSON to places in the row.
///
/// A tree of JSON keys, so that an event's members are looked up once, in their own order.
public final class RecordLayout {
  private static final Map<EventSchema, RecordLayout> CACHE = new ConcurrentHashMap<>();

  /// Keys that other writers of records use for a field, see Lake §4.2 and §4.6.
  private static final Map<String, String> OTHER_SPELLINGS =
      Map.of("credentialsIssuedTo", "credentiaisIssuedTo", "channelARN", "channelArn");

  /// What stands under this key is documented by its columns only, which are in lower case.
  private static final String LOWER_CASE_TOO = "eventData";

  private final List<StoredColumn> columns;
  private final Node root = new Node("", 0);
  private final Map<StoredColumn.Source, Integer> places = new HashMap<>();

  private RecordLayout(StoredColumns stored) {
    this.columns = stored.columns();
    for (var struct : stored.structs()) {
      root.at(struct.jsonPath()).mask = struct.mask();
    }
    for (int place = 0; place < columns.size(); place++) {
      var source = columns.get(place).source();
      switch (source) {
        case StoredColumn.Value(var path, var type) -> root.at(path).holds(place, type);
        case StoredColumn.KeyOrder(var path) -> root.at(path).orderPlace = place;
        case StoredColumn.StructPresence _, StoredColumn.Original _, StoredColumn.Writer _ ->
            places.put(source, place);
      }
    }
  }

  /// The layout of a schema.
  public static RecordLayout of(EventSchema schema) {
    return CACHE.computeIfAbsent(schema, known -> new RecordLayout(known.stored()));
  }

  /// The columns, in the order of the row.
  public List<StoredColumn> columns() {
    return columns;
  }

  Node root() {
    return root;
  }

  int place(StoredColumn.Source source) {
    var place = places.get(source);
    if (place == null) {
      throw new IllegalArgumentException("no column is filled from " + source);
    }
    return place;
  }

  /// One key of the event's JSON: a struct with further keys, or a value with its place.
  static final class Node {
    static final int NOWHERE = -1;

    private final String path;
    private final int depth;
    private final Map<String, Node> parts = new HashMap<>();
    private int mask;
    private int place = NOWHERE;
    private int orderPlace = NOWHERE;
    private @Nullable LakeType type;

    private Node(String path, int depth) {
      this.path = path;
      this.depth = depth;
    }

    @Nullable Node part(String name) {
      return parts.get(name);
    }

    Iterable<Node> parts() {
      return parts.values();
    }

    /// The keys that lead here, joined by dots.
    String path() {
      return path;
    }

    boolean isStruct() {
      return !parts.isEmpty();
    }

    int mask() {
      return mask;
    }

    int place() {
      return place;
    }

    int orderPlace() {
      return orderPlace;
    }

    @Nullable LakeType type() {
      return type;
    }

    private Node at(List<String> jsonPath) {
      if (depth == jsonPath.size()) {
        return this;
      }
      var name = jsonPath.get(depth);
      var node = parts.computeIfAbsent(name, _ -> next(name));
      var otherName = OTHER_SPELLINGS.get(name);
      if (otherName != null) {
        parts.put(otherName, node);
      }
      if (path.startsWith(LOWER_CASE_TOO)) {
        parts.put(name.toLowerCase(Locale.ROOT), node);
      }
      return node.at(jsonPath);
    }

    private Node next(String name) {
      return new Node(path.isEmpty() ? name : path + "." + name, depth + 1);
    }

    private void holds(int newPlace, LakeType newType) {
      this.place = newPlace;
      this.type = newType;
    }
  }
}
