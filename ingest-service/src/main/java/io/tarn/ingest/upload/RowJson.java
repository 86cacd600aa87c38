package io.tarn.ingest.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What rows of uploads hold as JSON.
final class RowJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  private RowJson() {}

  static Map<String, Long> counts(@Nullable String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, COUNTS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("counts are no JSON", failure);
    }
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a value of a row is no JSON", failure);
    }
  }
}
