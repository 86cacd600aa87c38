package io.tarn.ingest.selector;

import io.tarn.service.problem.AllowedValues;
import java.util.Arrays;
import java.util.Optional;

/// How a selector compares. There are no wildcards.
enum Operator {
  EQUALS("Equals", true),
  STARTS_WITH("StartsWith", true),
  ENDS_WITH("EndsWith", true),
  NOT_EQUALS("NotEquals", false),
  NOT_STARTS_WITH("NotStartsWith", false),
  NOT_ENDS_WITH("NotEndsWith", false);

  static final String REFUSAL =
      AllowedValues.refusal(Arrays.stream(values()).map(Operator::wireName).toList());

  private final String wireName;
  private final boolean selects;

  Operator(String wireName, boolean selects) {
    this.wireName = wireName;
    this.selects = selects;
  }

  String wireName() {
    return wireName;
  }

  /// Whether matching values are admitted; else they are filtered.
  boolean selects() {
    return selects;
  }

  static Optional<Operator> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  /// Whether an event's value matches what the selector names.
  boolean matches(String value, String wanted) {
    return switch (this) {
      case EQUALS, NOT_EQUALS -> value.equals(wanted);
      case STARTS_WITH, NOT_STARTS_WITH -> value.startsWith(wanted);
      case ENDS_WITH, NOT_ENDS_WITH -> value.endsWith(wanted);
    };
  }
}
