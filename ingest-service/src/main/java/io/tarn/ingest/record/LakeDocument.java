package io.tarn.ingest.record;

import io.tarn.common.schema.LakeType;
import io.tarn.ingest.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// JSON text of a value in the shape of a Lake type, for arrays, which are kept as jsonb: structs
/// are objects with Lake's field names, maps are objects of text.
final class LakeDocument {
  private LakeDocument() {}

  /// The array as JSON text.
  static String of(Json.Sequence array, LakeType element) {
    var out = new StringBuilder(128).append('[');
    String separator = "";
    for (var value : array.elements()) {
      append(out.append(separator), value, element);
      separator = ",";
    }
    return out.append(']').toString();
  }

  private static void append(StringBuilder out, Json value, LakeType type) {
    switch (type) {
      case LakeType.RowType(var fields) when value instanceof Json.Structure object ->
          appendRow(out, object, fields);
      case LakeType.MapType _ when value instanceof Json.Structure object ->
          TextMap.of(object).appendTo(out);
      case LakeType.Varchar() -> TextMap.appendText(out, TextMap.text(value));
      default -> out.append("null");
    }
  }

  private static void appendRow(
      StringBuilder out, Json.Structure object, List<LakeType.Field> fields) {
    char separator = '{';
    for (var field : fields) {
      out.append(separator).append('"').append(field.name()).append("\":");
      var value = valueOf(object, field.name());
      if (value == null) {
        out.append("null");
      } else {
        append(out, value, field.type());
      }
      separator = ',';
    }
    out.append('}');
  }

  /// Lake's name is the JSON key in lower case: `arnprefix` is `ARNPrefix`.
  private static @Nullable Json valueOf(Json.Structure object, String lakeName) {
    Json found = null;
    for (var member : object.members()) {
      if (member.name().toLowerCase(Locale.ROOT).equals(lakeName)) {
        found = member.value();
      }
    }
    return found;
  }
}
