package io.tarn.ingest.record;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.ingest.json.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Maps an event's JSON to the columns of its store. Thread-safe.
///
/// A value that does not fit its column (a list where a map is expected, a word where a time is) is
/// NULL there and stays in the original text. A repeated key counts where it stands last.
public final class RecordMapper {
  private final RecordLayout layout;

  public RecordMapper(EventSchema schema) {
    this.layout = RecordLayout.of(schema);
  }

  /// The row of an event.
  ///
  /// @param original the event's text to the byte
  /// @param event the value read from it
  public EventRow map(byte[] original, Json.Structure event) {
    var row = new EventRow(layout);
    fill(row, layout.root(), event);
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
    if (!node.isStruct()) {
      putValue(row, node, value);
    } else if (value instanceof Json.Structure object) {
      row.mark(node.mask());
      fill(row, node, object);
    }
  }

  private static void putValue(EventRow row, RecordLayout.Node node, Json value) {
    switch (node.type()) {
      case LakeType.Varchar() -> row.set(node.place(), text(value));
      case LakeType.BooleanType() -> row.set(node.place(), truth(value));
      case LakeType.Timestamp _ -> row.set(node.place(), time(value));
      case LakeType.MapType _ -> putMap(row, node, value);
      case LakeType.ArrayType(var element) -> row.set(node.place(), array(value, element));
      case null -> {}
      case LakeType.Bigint(),
          LakeType.IntegerType(),
          LakeType.DoubleType(),
          LakeType.Decimal _,
          LakeType.RowType _,
          LakeType.Unknown() ->
          throw new IllegalStateException("no record field has the type " + node.type());
    }
  }

  private static @Nullable ColumnValue text(Json value) {
    var text = TextMap.text(value);
    return text == null ? null : new ColumnValue.Text(text);
  }

  private static @Nullable ColumnValue truth(Json value) {
    return switch (value) {
      case Json.Truth(var truth) -> new ColumnValue.Truth(truth);
      case Json.Text(var text) ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new ColumnValue.Truth(true);
            case "false" -> new ColumnValue.Truth(false);
            default -> null;
          };
      case Json.Null _, Json.Numeral _, Json.Sequence _, Json.Structure _ -> null;
    };
  }

  private static @Nullable ColumnValue time(Json value) {
    if (value instanceof Json.Text(var text)) {
      var millis = EventTimes.epochMillis(text);
      return millis.isPresent() ? new ColumnValue.Time(millis.getAsLong()) : null;
    }
    return null;
  }

  private static @Nullable ColumnValue array(Json value, LakeType element) {
    return value instanceof Json.Sequence array
        ? new ColumnValue.Document(LakeDocument.of(array, element))
        : null;
  }

  private static void putMap(EventRow row, RecordLayout.Node node, Json value) {
    if (value instanceof Json.Structure object) {
      var map = TextMap.of(object);
      row.set(node.place(), new ColumnValue.Document(map.json()));
      row.set(node.orderPlace(), ColumnValue.keyOrder(map.keys()));
    }
  }
}
