package io.tarn.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON value as a value of a shape, by Lake §5: a String, Boolean, Integer, Double,
/// Instant or Map, or a List for the items of an array and for the fields of a struct. Null for
/// what is absent or does not fit.
final class ShapeReader {
  /// Fields whose printed name is not the record's in lower case (Lake §4.2, §4.6).
  private static final Map<String, String> MISSPELLED =
      Map.of("credentialsissuedto", "credentiaisissuedto", "errormessage", "errormssage");

  private ShapeReader() {}

  static @Nullable Object read(LakeShape shape, @Nullable JsonText json) {
    if (json == null || json.isNull()) {
      return null;
    }
    return switch (shape) {
      case LakeShape.Text() -> json.isObject() || json.isArray() ? null : json.text();
      case LakeShape.Truth() -> truth(json);
      case LakeShape.Whole() -> whole(json);
      case LakeShape.Big() ->
          throw new IllegalArgumentException("no field of a record is a bigint");
      case LakeShape.Real() -> json.isNumber() ? Double.valueOf(json.compact()) : null;
      case LakeShape.Time() -> json.isText() ? time(json.text()) : null;
      case LakeShape.TextMap() -> json.isObject() ? textMap(json) : null;
      case LakeShape.Items(var element) -> json.isArray() ? items(element, json) : null;
      case LakeShape.Struct(var fields) -> json.isObject() ? struct(fields, json) : null;
    };
  }

  private static @Nullable Boolean truth(JsonText json) {
    return switch (json.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable Integer whole(JsonText json) {
    try {
      return json.isNumber() ? new BigDecimal(json.compact()).intValueExact() : null;
    } catch (ArithmeticException _) {
      return null;
    }
  }

  private static @Nullable Instant time(String text) {
    return IsoTime.any(text).orElse(null);
  }

  /// Only the top level is split; what is nested stays JSON.
  private static Map<String, @Nullable String> textMap(JsonText json) {
    Map<String, @Nullable String> entries = new LinkedHashMap<>();
    json.members().forEach((key, value) -> entries.put(key, value.isNull() ? null : value.text()));
    return entries;
  }

  private static List<@Nullable Object> items(LakeShape element, JsonText json) {
    List<@Nullable Object> items = new ArrayList<>();
    for (var item : json.elements()) {
      items.add(read(element, item));
    }
    return items;
  }

  private static List<@Nullable Object> struct(List<LakeShape.Field> fields, JsonText json) {
    var members = byName(json);
    List<@Nullable Object> values = new ArrayList<>();
    for (var field : fields) {
      var value = members.get(field.name());
      values.add(read(field.shape(), value));
    }
    return values;
  }

  /// The members of an object by the names that Lake has for them.
  static Map<String, JsonText> byName(JsonText json) {
    Map<String, JsonText> members = new LinkedHashMap<>();
    json.members()
        .forEach(
            (key, value) -> {
              var name = key.toLowerCase(Locale.ROOT);
              members.put(name, value);
              if (MISSPELLED.containsKey(name)) {
                members.put(MISSPELLED.get(name), value);
              }
            });
    return members;
  }
}
