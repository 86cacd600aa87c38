package io.tarn.ingest.selector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.selector.FieldSelector.Condition;
import io.tarn.ingest.selector.Selectors.Selector;
import java.util.ArrayList;
import java.util.List;

/// Reads selectors in Lake's JSON form:
///
/// ```
/// [{"Name":"no reads","FieldSelectors":[
///     {"Field":"eventCategory","Equals":["Management"]},
///     {"Field":"readOnly","Equals":["false"]}]}]
/// ```
public final class SelectorParser {
  private static final int MOST_SELECTORS = 5;
  private static final int MOST_VALUES = 500;
  private static final int LONGEST_VALUE = 2048;
  private static final JsonMapper JSON = new JsonMapper();

  private SelectorParser() {}

  /// Selectors of a store of this category.
  public static Selectors parse(String text, EventCategory category) {
    try {
      return parse(JSON.readTree(text), category);
    } catch (JsonProcessingException _) {
      throw new SelectorException("is no JSON");
    }
  }

  private static Selectors parse(JsonNode list, EventCategory category) {
    if (!list.isArray() || list.size() > MOST_SELECTORS) {
      throw new SelectorException("must be a list of at most " + MOST_SELECTORS + " selectors");
    }
    var selectors = new ArrayList<Selector>();
    for (int place = 0; place < list.size(); place++) {
      var selector = selector("[" + place + "].FieldSelectors", list.get(place));
      SelectorRules.check("[" + place + "]", selector, category);
      selectors.add(selector);
    }
    if (values(selectors) > MOST_VALUES) {
      throw new SelectorException("must have at most " + MOST_VALUES + " values");
    }
    return new Selectors(selectors);
  }

  private static Selector selector(String place, JsonNode node) {
    var fields = node.path("FieldSelectors");
    if (!fields.isArray() || fields.isEmpty()) {
      throw new SelectorException(place + " must be a list of field selectors");
    }
    var parsed = new ArrayList<FieldSelector>();
    for (int i = 0; i < fields.size(); i++) {
      parsed.add(field(place + "[" + i + "]", fields.get(i)));
    }
    return new Selector(parsed);
  }

  private static FieldSelector field(String place, JsonNode node) {
    var name = node.path("Field").asText();
    var field =
        SelectorField.of(name)
            .orElseThrow(() -> new SelectorException(place + ".Field " + SelectorField.REFUSAL));
    var conditions = new ArrayList<Condition>();
    for (var entry : node.properties()) {
      if (!entry.getKey().equals("Field")) {
        conditions.addAll(
            conditions(place + "." + entry.getKey(), entry.getKey(), entry.getValue()));
      }
    }
    if (conditions.isEmpty()) {
      throw new SelectorException(place + " has no operator");
    }
    return new FieldSelector(field, conditions);
  }

  private static List<Condition> conditions(String place, String name, JsonNode values) {
    var operator =
        Operator.of(name)
            .orElseThrow(() -> new SelectorException(place + ": the operator " + Operator.REFUSAL));
    if (!values.isArray() || values.isEmpty()) {
      throw new SelectorException(place + " must be a list of values");
    }
    var conditions = new ArrayList<Condition>();
    for (var value : values) {
      if (!value.isTextual()
          || value.asText().isEmpty()
          || value.asText().length() > LONGEST_VALUE) {
        throw new SelectorException(
            place + " must have texts of 1 to " + LONGEST_VALUE + " characters");
      }
      conditions.add(new Condition(operator, value.asText()));
    }
    return conditions;
  }

  private static int values(List<Selector> selectors) {
    return selectors.stream()
        .flatMap(selector -> selector.fields().stream())
        .mapToInt(field -> field.conditions().size())
        .sum();
  }
}
