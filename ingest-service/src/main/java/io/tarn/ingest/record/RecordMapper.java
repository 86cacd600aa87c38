package io.tarn.ingest.record;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.ingest.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Maps an event's JSON to the columns of its store. Thread-safe.
///
/// A value that does not fit its column (a list where a map is expected, a word where a time is) is
/// NULL there, is named as a fault of the row, and stays in the original text. Of a repeated key
/// the last one counts.
public final class RecordMapper {
  private static final Map<EventCategory, RecordMapper> CACHE = new ConcurrentHashMap<>();

  private final EventCategory category;
  private final RecordLayout layout;

  private RecordMapper(EventCategory category) {
    this.category = category;
    this.layout = RecordLayout.of(EventSchema.of(category));
  }

  /// The mapper for stores of a category.
  public static RecordMapper of(EventCategory category) {
    return CACHE.computeIfAbsent(category, RecordMapper::new);
  }

  /// The row of an event.
  ///
  /// @param original the event's text to the byte
  /// @param event the value read from it
  public EventRow map(byte[] original, Json.Structure event) {
    var row = new EventRow(layout);
    fill(row, layout.root(), RecordForm.of(category, event));
    row.setOriginal(original);
    row.finish();
    return row;
  }

  private static void fill(EventRow row, RecordLayout.Node struct, Json.Structure object) {
    for (var member : object.members()) {
      var node = struct.part(member.name());
      if (node != null) {
        row.clear(node);
        put(row, node, member.value());
      }
    }
  }

  private static void put(EventRow row, RecordLayout.Node node, Json value) {
    if (value instanceof Json.Null) {
      return;
    }
    if (!node.isStruct()) {
      putValue(row, node, value);
    } else if (value instanceof Json.Structure object) {
      row.mark(node.mask());
      fill(row, node, object);
    } else {
      row.misses(node);
    }
  }

  private static void putValue(EventRow row, RecordLayout.Node node, Json value) {
    switch (node.type()) {
      case LakeType.Varchar() -> put(row, node, Scalars.text(value));
      case LakeType.BooleanType() -> put(row, node, Scalars.truth(value));
      case LakeType.IntegerType() -> put(row, node, Scalars.whole(value));
      case LakeType.DoubleType() -> put(row, node, Scalars.real(value));
      case LakeType.Timestamp _ -> put(row, node, Scalars.time(value));
      case LakeType.MapType _ when value instanceof Json.Structure object ->
          putMap(row, node, TextMap.of(object));
      case LakeType.ArrayType(var element) when value instanceof Json.Sequence array ->
          putArray(row, node, new LakeDocument(array, element));
      case LakeType.MapType _, LakeType.ArrayType _ -> row.misses(node);
      case null -> {}
      case LakeType.Bigint(), LakeType.RowType _ ->
          throw new IllegalStateException("no record field has the type " + node.type());
    }
  }

  private static void put(EventRow row, RecordLayout.Node node, @Nullable ColumnValue value) {
    if (value == null) {
      row.misses(node);
    } else {
      row.set(node.place(), value);
    }
  }

  private static void putMap(EventRow row, RecordLayout.Node node, TextMap map) {
    row.set(node.place(), new ColumnValue.Document(map.json()));
    row.set(node.orderPlace(), ColumnValue.keyOrder(map.keys()));
  }

  private static void putArray(EventRow row, RecordLayout.Node node, LakeDocument array) {
    row.set(node.place(), new ColumnValue.Document(array.json()));
    if (!array.fits()) {
      row.misses(node);
    }
  }
}
