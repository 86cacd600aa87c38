package io.tarn.ingest.selector;

import io.tarn.ingest.json.Json;
import java.util.List;

/// What a field must be like: some condition that selects holds, if there are any, and none that
/// leaves out. A field that the event lacks is selected by nothing and left out by nothing.
record FieldSelector(SelectorField field, List<Condition> conditions) {
  FieldSelector {
    conditions = List.copyOf(conditions);
  }

  /// One comparison with one value.
  record Condition(Operator operator, String value) {
    boolean matches(List<String> values) {
      return values.stream().anyMatch(found -> operator.matches(found, value));
    }
  }

  boolean admits(Json.Structure event) {
    var values = field.values(event);
    boolean isSelected = true;
    boolean needsOne = false;
    boolean hasOne = false;
    for (var condition : conditions) {
      boolean matches = condition.matches(values);
      needsOne |= condition.operator().selects();
      hasOne |= condition.operator().selects() && matches;
      isSelected &= condition.operator().selects() || !matches;
    }
    return isSelected && (hasOne || !needsOne);
  }

  boolean usesOnly(Operator operator) {
    return conditions.stream().allMatch(condition -> condition.operator() == operator);
  }
}
