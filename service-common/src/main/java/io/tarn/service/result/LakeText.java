package io.tarn.service.result;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;

/// CloudTrail Lake's text of a value, which cannot always be read back:
/// `{role_name=Admin, account_id=111122223333}`, `[a, b]`, `2023-01-22 16:53:53.000`.
public final class LakeText {
  private LakeText() {}

  /// The text of a cell; NULL is an empty text here and `null` inside of a value.
  public static String ofCell(JsonNode value, String type) {
    if (value.isNull()) {
      return "";
    }
    return type.equals("double") && value.isNumber()
        ? Double.toString(value.doubleValue())
        : of(value);
  }

  private static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT ->
          value.properties().stream()
              .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
              .collect(joining(", ", "{", "}"));
      case ARRAY -> value.valueStream().map(LakeText::of).collect(joining(", ", "[", "]"));
      case NUMBER -> value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
      case NULL, MISSING -> "null";
      case STRING, BOOLEAN, BINARY, POJO -> value.asText();
    };
  }
}
