package io.tarn.ingest.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts by reason as JSON.
final class ReasonCounts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Long>> TYPE = new TypeReference<>() {};

  private ReasonCounts() {}

  static Map<String, Long> of(@Nullable String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, TYPE);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("counts are no JSON", failure);
    }
  }

  static String json(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(counts));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("counts are no JSON", failure);
    }
  }
}
