package io.tarn.oracle;

import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Insights records of trails (Lake §7.3) in the form that event data stores have (Lake §4.3).
/// Where the record has a list and the store's type a struct, the first element stands for it.
final class InsightRecord {
  private static final Map<String, String> DETAILS =
      Map.of(
          "state", "insightState",
          "eventSource", "insightEventSource",
          "eventName", "insightEventName",
          "errorCode", "insightErrorCode",
          "insightType", "insightType");

  private InsightRecord() {}

  static JsonText ofStore(JsonText event) {
    var members = new LinkedHashMap<String, JsonText>();
    var details = event.members().get("insightDetails");
    if (details != null) {
      var given = details.members();
      DETAILS.forEach((from, to) -> put(members, to, given.get(from)));
      put(members, "insightContext", ofTrail(given.get("insightContext")));
    }
    members.putAll(event.members());
    put(members, "insightContext", singled(members.get("insightContext")));
    return object(members);
  }

  private static @Nullable JsonText ofTrail(@Nullable JsonText context) {
    if (context == null || !context.isObject()) {
      return context;
    }
    var members = new LinkedHashMap<String, JsonText>();
    var statistics = member(context, "statistics");
    put(members, "baselineAverage", member(member(statistics, "baseline"), "average"));
    put(members, "insightAverage", member(member(statistics, "insight"), "average"));
    put(members, "baselineDuration", member(statistics, "baselineDuration"));
    put(members, "insightDuration", member(statistics, "insightDuration"));
    put(members, "attributions", member(context, "attributions"));
    return object(members);
  }

  private static @Nullable JsonText singled(@Nullable JsonText context) {
    if (context == null || !context.isObject()) {
      return context;
    }
    var members = new LinkedHashMap<>(context.members());
    var attributions = first(members.get("attributions"));
    if (attributions != null && attributions.isObject()) {
      var parts = new LinkedHashMap<>(attributions.members());
      put(parts, "insight", first(parts.get("insight")));
      put(parts, "baseline", first(parts.get("baseline")));
      attributions = object(parts);
    }
    put(members, "attributions", attributions);
    return object(members);
  }

  private static @Nullable JsonText first(@Nullable JsonText value) {
    if (value == null || !value.isArray()) {
      return value;
    }
    var elements = value.elements();
    return elements.isEmpty() ? new JsonText(JsonToken.VALUE_NULL, "null") : elements.getFirst();
  }

  private static @Nullable JsonText member(@Nullable JsonText value, String name) {
    return value == null ? null : value.members().get(name);
  }

  private static void put(Map<String, JsonText> members, String name, @Nullable JsonText value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private static JsonText object(Map<String, JsonText> members) {
    return new JsonText(
        JsonToken.START_OBJECT,
        members.entrySet().stream()
            .map(member -> JsonText.quoted(member.getKey()) + ":" + member.getValue().compact())
            .collect(Collectors.joining(",", "{", "}")));
  }
}
