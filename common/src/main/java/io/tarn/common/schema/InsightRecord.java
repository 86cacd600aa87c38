package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.DOUBLE;
import static io.tarn.common.schema.LakeType.INTEGER;
import static io.tarn.common.schema.LakeType.TEXT_MAP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;
import static io.tarn.common.schema.RecordField.field;

import java.util.List;

/// The columns of an Insights event, in the form that Lake gives it. Records of trails have another
/// form, which the writer turns into this one.
final class InsightRecord {
  private static final RecordField ATTRIBUTIONS =
      field(
          "attributions",
          field("attribute", VARCHAR),
          field("insightValue", VARCHAR),
          field("insightAverage", DOUBLE),
          field("baselineValue", VARCHAR),
          field("baselineAverage", DOUBLE),
          field("insight", field("value", VARCHAR), field("average", DOUBLE)),
          field("baseline", field("value", VARCHAR), field("average", DOUBLE)));

  static final List<RecordField> FIELDS =
      RecordEnvelope.before(
          column("recipientAccountId", VARCHAR),
          column("sharedEventID", VARCHAR),
          column("addendum", TEXT_MAP),
          column("insightSource", VARCHAR),
          column("insightState", VARCHAR),
          column("insightEventSource", VARCHAR),
          column("insightEventName", VARCHAR),
          column("insightErrorCode", VARCHAR),
          column("insightType", VARCHAR),
          column(
              "insightContext",
              field("baselineAverage", DOUBLE),
              field("insightAverage", DOUBLE),
              field("baselineDuration", INTEGER),
              field("insightDuration", INTEGER),
              ATTRIBUTIONS));

  private InsightRecord() {}
}
