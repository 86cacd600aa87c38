package io.tarn.ingest.record;

import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lake's maps from text to text: the top level of a JSON object, with nested values as JSON text.
///
/// ```
/// {"bucketName":"b","force":true,"size":1.50,"none":null,"tags":[{"k": 1}]}
/// bucketName=b  force=true  size=1.50  none=NULL  tags=[{"k":1}]
/// ```
record TextMap(Map<String, @Nullable String> entries) {

  /// A repeated key keeps its first place and its last value.
  static TextMap of(Json.Structure object) {
    var entries = new LinkedHashMap<String, @Nullable String>();
    for (var member : object.members()) {
      entries.put(StorableText.of(member.name()), text(member.value()));
    }
    return new TextMap(entries);
  }

  /// A value as text: strings as they are, numbers as written, null for JSON null.
  static @Nullable String text(Json value) {
    return switch (value) {
      case Json.Text(var text) -> StorableText.of(text);
      case Json.Null() -> null;
      case Json.Numeral _, Json.Truth _, Json.Sequence _, Json.Structure _ -> CompactJson.of(value);
    };
  }

  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  String json() {
    var out = new StringBuilder(128);
    appendTo(out);
    return out.toString();
  }

  void appendTo(StringBuilder out) {
    char separator = '{';
    for (var entry : entries.entrySet()) {
      CompactJson.quote(out.append(separator), entry.getKey());
      appendText(out.append(':'), entry.getValue());
      separator = ',';
    }
    out.append(entries.isEmpty() ? "{}" : "}");
  }

  static void appendText(StringBuilder out, @Nullable String text) {
    if (text == null) {
      out.append("null");
    } else {
      CompactJson.quote(out, text);
    }
  }
}
