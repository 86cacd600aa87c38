package io.tarn.catalog.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// Whose a query is.
public enum QueryPlace {
  /// The product's; nobody changes it.
  LIBRARY("library"),
  /// The service provider's, published to customers.
  OPERATOR("operator"),
  TENANT("tenant");

  private final String wireName;

  QueryPlace(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  static QueryPlace of(String wireName) {
    return Arrays.stream(values())
        .filter(place -> place.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
