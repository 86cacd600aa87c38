package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.BOOLEAN;
import static io.tarn.common.schema.LakeType.TEXT_MAP;
import static io.tarn.common.schema.LakeType.TIMESTAMP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;
import static io.tarn.common.schema.RecordField.field;

import java.util.List;

/// The fields of a CloudTrail record that have columns, in the order of `SELECT *`.
final class CloudTrailRecord {
  private static final LakeType RESOURCES =
      new LakeType.ArrayType(
          new LakeType.RowType(
              List.of(
                  new LakeType.Field("accountid", VARCHAR),
                  new LakeType.Field("type", VARCHAR),
                  new LakeType.Field("arn", VARCHAR),
                  new LakeType.Field("arnprefix", VARCHAR))));

  private static final LakeType RESOURCE_TAGS =
      new LakeType.ArrayType(
          new LakeType.RowType(
              List.of(new LakeType.Field("arn", VARCHAR), new LakeType.Field("tags", TEXT_MAP))));

  private static final RecordField SESSION_CONTEXT =
      field(
          "sessionContext",
          field("attributes", field("creationDate", TIMESTAMP), field("mfaAuthenticated", VARCHAR)),
          field(
              "sessionIssuer",
              field("type", VARCHAR),
              field("principalId", VARCHAR),
              field("arn", VARCHAR),
              field("accountId", VARCHAR),
              field("userName", VARCHAR)),
          field(
              "webIdFederationData",
              field("federatedProvider", VARCHAR),
              field("attributes", TEXT_MAP)),
          field("sourceIdentity", VARCHAR),
          field("ec2RoleDelivery", VARCHAR),
          field("ec2IssuedInVpc", VARCHAR));

  private static final RecordField USER_IDENTITY =
      column(
          "userIdentity",
          field("type", VARCHAR),
          field("principalId", VARCHAR),
          field("arn", VARCHAR),
          field("accountId", VARCHAR),
          field("accessKeyId", VARCHAR),
          field("userName", VARCHAR),
          SESSION_CONTEXT,
          field("onBehalfOf", field("userId", VARCHAR), field("identityStoreArn", VARCHAR)),
          field(
              "inScopeOf",
              field("sourceArn", VARCHAR),
              field("sourceAccount", VARCHAR),
              field("issuerType", VARCHAR),
              // Lake's own spelling, which statements have to use
              field("credentialsIssuedTo", VARCHAR).named("credentiaisissuedto")),
          field("invokedBy", VARCHAR),
          field("identityProvider", VARCHAR));

  private static final RecordField TLS_DETAILS =
      column(
          "tlsDetails",
          field("tlsVersion", VARCHAR),
          field("cipherSuite", VARCHAR),
          field("clientProvidedHostHeader", VARCHAR));

  private static final RecordField EVENT_CONTEXT =
      column(
          "eventContext",
          field("requestContext", TEXT_MAP),
          field(
              "tagContext",
              field("resourceTags", RESOURCE_TAGS),
              field("principalTags", TEXT_MAP)));

  static final List<RecordField> FIELDS =
      List.of(
          column("eventVersion", VARCHAR),
          USER_IDENTITY,
          column("eventTime", TIMESTAMP),
          column("eventSource", VARCHAR),
          column("eventName", VARCHAR),
          column("awsRegion", VARCHAR),
          column("sourceIPAddress", VARCHAR),
          column("userAgent", VARCHAR),
          column("errorCode", VARCHAR),
          column("errorMessage", VARCHAR),
          column("requestParameters", TEXT_MAP),
          column("responseElements", TEXT_MAP),
          column("additionalEventData", TEXT_MAP),
          column("requestID", VARCHAR),
          column("eventID", VARCHAR),
          column("readOnly", BOOLEAN),
          column("resources", RESOURCES),
          column("eventType", VARCHAR),
          column("apiVersion", VARCHAR),
          column("managementEvent", BOOLEAN),
          column("recipientAccountId", VARCHAR),
          column("sharedEventID", VARCHAR),
          column("annotation", VARCHAR),
          column("vpcEndpointId", VARCHAR),
          column("vpcEndpointAccountId", VARCHAR),
          column("serviceEventDetails", TEXT_MAP),
          column("addendum", TEXT_MAP),
          column("edgeDeviceDetails", TEXT_MAP),
          column("insightDetails", TEXT_MAP),
          column("eventCategory", VARCHAR),
          TLS_DETAILS,
          column("sessionCredentialFromConsole", VARCHAR),
          column(EventSchema.EVENT_JSON, VARCHAR),
          column(EventSchema.EVENT_JSON_CHECKSUM, VARCHAR),
          EVENT_CONTEXT);

  private CloudTrailRecord() {}
}
