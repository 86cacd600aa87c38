package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.TEXT_MAP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;
import static io.tarn.common.schema.RecordField.field;

import java.util.List;

/// The columns of a configuration item of AWS Config.
final class ConfigurationItemRecord {
  static final List<RecordField> FIELDS =
      RecordEnvelope.before(
          column("recipientAccountId", VARCHAR),
          column("addendum", TEXT_MAP),
          column(
              "eventData",
              field("configurationItemVersion", VARCHAR),
              field("configurationItemCaptureTime", VARCHAR),
              field("configurationItemStatus", VARCHAR),
              field("configurationItemStateId", VARCHAR),
              field("accountId", VARCHAR),
              field("resourceType", VARCHAR),
              field("resourceId", VARCHAR),
              field("resourceName", VARCHAR),
              field("arn", VARCHAR),
              field("awsRegion", VARCHAR),
              field("availabilityZone", VARCHAR),
              field("resourceCreationTime", VARCHAR),
              field("configuration", TEXT_MAP),
              field("supplementaryConfiguration", TEXT_MAP),
              field("relatedEvents", VARCHAR),
              field(
                  "relationships",
                  RecordEnvelope.texts("name", "resourceType", "resourceId", "resourceName")),
              field("tags", TEXT_MAP)));

  private ConfigurationItemRecord() {}
}
