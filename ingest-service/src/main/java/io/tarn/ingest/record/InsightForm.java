package io.tarn.ingest.record;

import io.tarn.ingest.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns an Insights record of a trail into the form that event data stores have.
///
/// ```
/// insightDetails.state                                   insightState
/// insightDetails.eventSource, eventName, errorCode       insightEventSource, insightEventName, ...
/// insightDetails.insightType                             insightType
/// insightDetails.insightContext.statistics
///     .baseline.average, .insight.average                insightContext.baselineAverage, ...
///     .baselineDuration, .insightDuration                insightContext.baselineDuration, ...
/// insightDetails.insightContext.attributions [ ... ]     insightContext.attributions
///     .insight [ ... ], .baseline [ ... ]                    .insight, .baseline
/// ```
///
/// Lake's type has one struct where records have lists: the first element stands for the list. A
/// field that the record has in both forms counts in the store's.
final class InsightForm {
  private InsightForm() {}

  static Json.Structure of(Json.Structure event) {
    var members = new ArrayList<Json.Member>();
    if (event.get("insightDetails") instanceof Json.Structure details) {
      add(members, "insightState", details.get("state"));
      add(members, "insightEventSource", details.get("eventSource"));
      add(members, "insightEventName", details.get("eventName"));
      add(members, "insightErrorCode", details.get("errorCode"));
      add(members, "insightType", details.get("insightType"));
      add(members, "insightContext", context(details.get("insightContext")));
    }
    members.addAll(RecordForm.with(event, "insightContext", InsightForm::singled).members());
    return new Json.Structure(members);
  }

  private static @Nullable Json context(@Nullable Json value) {
    if (!(value instanceof Json.Structure context)) {
      return value;
    }
    var members = new ArrayList<Json.Member>();
    if (context.get("statistics") instanceof Json.Structure statistics) {
      add(members, "baselineAverage", average(statistics.get("baseline")));
      add(members, "insightAverage", average(statistics.get("insight")));
      add(members, "baselineDuration", statistics.get("baselineDuration"));
      add(members, "insightDuration", statistics.get("insightDuration"));
    }
    add(members, "attributions", context.get("attributions"));
    return singled(new Json.Structure(members));
  }

  private static @Nullable Json average(@Nullable Json value) {
    return value instanceof Json.Structure statistic ? statistic.get("average") : value;
  }

  private static Json singled(Json context) {
    return with(context, "attributions", InsightForm::attribution);
  }

  private static Json attribution(Json value) {
    var one = with(RecordForm.first(value), "insight", RecordForm::first);
    return with(one, "baseline", RecordForm::first);
  }

  private static Json with(Json value, String key, UnaryOperator<Json> change) {
    return value instanceof Json.Structure object ? RecordForm.with(object, key, change) : value;
  }

  private static void add(List<Json.Member> members, String name, @Nullable Json value) {
    if (value != null) {
      members.add(new Json.Member(name, value));
    }
  }
}
