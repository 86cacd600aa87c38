package io.tarn.ingest.record;

import io.tarn.common.schema.LakeType;
import io.tarn.ingest.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON text of a value in the structure of a Lake type, for arrays, which are stored as jsonb:
/// structs are objects with Lake's field names, maps are objects of text.
///
/// What does not fit is null there. Not thread-safe.
final class LakeDocument {
  /// The keys in events of fields that Lake names otherwise: `resources` have `ARN`, tagged
  /// resources `arn`.
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "accountid", List.of("accountId"),
          "arnprefix", List.of("ARNPrefix"),
          "arn", List.of("ARN", "arn"));

  private final StringBuilder out = new StringBuilder(128);
  private boolean fits = true;

  /// Writes the array.
  LakeDocument(Json.Sequence array, LakeType element) {
    String separator = "[";
    for (var value : array.elements()) {
      out.append(separator);
      append(value, element);
      separator = ",";
    }
    out.append(array.elements().isEmpty() ? "[]" : "]");
  }

  String json() {
    return out.toString();
  }

  /// Whether all of it fits.
  boolean fits() {
    return fits;
  }

  private void append(Json value, LakeType type) {
    switch (type) {
      case LakeType.RowType(var fields) when value instanceof Json.Structure object ->
          appendRow(object, fields);
      case LakeType.MapType _ when value instanceof Json.Structure object ->
          TextMap.of(object).appendTo(out);
      case LakeType.Varchar() when Scalars.text(value) instanceof ColumnValue.Text(var text) ->
          TextMap.appendText(out, text);
      default -> {
        fits &= value instanceof Json.Null;
        out.append("null");
      }
    }
  }

  private void appendRow(Json.Structure object, List<LakeType.Field> fields) {
    char separator = '{';
    for (var field : fields) {
      out.append(separator).append('"').append(field.name()).append("\":");
      var value = valueOf(object, field.name());
      if (value == null) {
        out.append("null");
      } else {
        append(value, field.type());
      }
      separator = ',';
    }
    out.append('}');
  }

  private static @Nullable Json valueOf(Json.Structure object, String lakeName) {
    return KEYS.getOrDefault(lakeName, List.of(lakeName)).stream()
        .map(object::get)
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }
}
