package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.TEXT_MAP;
import static io.tarn.common.schema.LakeType.TIMESTAMP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;
import static io.tarn.common.schema.RecordField.field;

import java.util.List;

/// The columns of a piece of Audit Manager's evidence.
final class EvidenceRecord {
  static final List<RecordField> FIELDS =
      RecordEnvelope.before(
          column("recipientAccountId", VARCHAR),
          column("addendum", TEXT_MAP),
          column(
              "eventData",
              field("attributes", TEXT_MAP),
              field("awsAccountId", VARCHAR),
              field("awsOrganization", VARCHAR),
              field("complianceCheck", VARCHAR),
              field("dataSource", VARCHAR),
              field("eventName", VARCHAR),
              field("eventSource", VARCHAR),
              field("evidenceAwsAccountId", VARCHAR),
              field("evidenceByType", VARCHAR),
              field("iamId", VARCHAR),
              field("evidenceId", VARCHAR),
              field("time", TIMESTAMP),
              field("assessmentId", VARCHAR),
              field("controlSetId", VARCHAR),
              field("controlId", VARCHAR),
              field("controlName", VARCHAR),
              field("controlDomainName", VARCHAR),
              field("frameworkName", VARCHAR),
              field("frameworkId", VARCHAR),
              field("service", VARCHAR),
              field("serviceCategory", VARCHAR),
              field("resourceArn", VARCHAR),
              field("resourceType", VARCHAR),
              field("evidenceFolderId", VARCHAR),
              field("description", VARCHAR),
              field("manualEvidenceS3ResourcePath", VARCHAR),
              field("evidenceFolderName", VARCHAR),
              field("resourceComplianceCheck", VARCHAR)));

  private EvidenceRecord() {}
}
