package io.tarn.common.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemaTest {

  @Test
  void showsLakesColumnsInThePrintedOrder() {
    // when
    var shown =
        EventSchema.CLOUDTRAIL.columns().stream()
            .filter(column -> !column.hidden())
            .map(LakeColumn::name)
            .toList();
    // then
    assertThat(shown).hasSize(35).startsWith("eventVersion", "userIdentity", "eventTime");
    assertThat(shown).endsWith("eventJson", "eventJsonChecksum", "eventContext");
  }

  @Test
  void findsColumnsAndFieldsWhateverTheirCase() {
    // when
    var identity = EventSchema.CLOUDTRAIL.column("USERIDENTITY").orElseThrow();
    // then
    assertThat(identity.name()).isEqualTo("userIdentity");
    assertThat(identity.type()).isInstanceOf(LakeType.RowType.class);
    var row = (LakeType.RowType) identity.type();
    assertThat(row.field("principalId")).map(LakeType.Field::name).contains("principalid");
  }

  @Test
  void namesStoredColumnsAfterTheJsonKeys() {
    var stored = EventSchema.CLOUDTRAIL.stored();
    assertThat(stored.value(List.of("sourceipaddress")).orElseThrow().name())
        .isEqualTo("source_ip_address");
    assertThat(stored.value(List.of("eventid")).orElseThrow().name()).isEqualTo("event_id");
    assertThat(
            stored
                .value(List.of("userIdentity", "sessionContext", "sessionIssuer", "arn"))
                .orElseThrow()
                .name())
        .isEqualTo("user_identity_session_context_session_issuer_arn");
    assertThat(
            stored
                .value(List.of("userIdentity", "inScopeOf", "credentiaisissuedto"))
                .orElseThrow()
                .name())
        .isEqualTo("user_identity_in_scope_of_credentials_issued_to");
    assertThat(stored.keyOrder(List.of("requestParameters")).orElseThrow().name())
        .isEqualTo("request_parameters_order");
  }

  @Test
  void givesEachStructItsBit() {
    assertThat(EventSchema.CLOUDTRAIL.stored().structs())
        .extracting(struct -> String.join(".", struct.jsonPath()), StoredStruct::mask)
        .startsWith(
            tuple("userIdentity", 1),
            tuple("userIdentity.sessionContext", 2),
            tuple("userIdentity.sessionContext.attributes", 4))
        .hasSize(10);
  }

  @Test
  void printsTheColumnListOfATable() {
    assertThat(EventTableDdl.columnList(EventSchema.CLOUDTRAIL))
        .startsWith("    tenant_id text not null,\n    event_version text,\n")
        .contains("event_time timestamp(3) not null,")
        .contains("request_parameters jsonb,\n    request_parameters_order bytea,")
        .contains("event_context_tag_context_resource_tags jsonb,")
        .contains("ingest_position bigint not null,\n    digest bytea not null,")
        .endsWith("upload_id uuid,\n    upload_file integer")
        .doesNotContain("checksum");
  }

  @Test
  void keepsNamesWithinTheLimitOfPostgres() {
    assertThat(EventSchema.CLOUDTRAIL.stored().columns())
        .allSatisfy(column -> assertThat(column.name().length()).isLessThan(64))
        .extracting(StoredColumn::name)
        .contains(
            "user_identity_web_id_federation_data_federated_provider",
            "user_identity_web_id_federation_data_attributes_order")
        .doesNotHaveDuplicates();
  }

  @Test
  void showsWhatLakePrintsForEachOtherCategory() {
    assertThat(shown(EventSchema.INSIGHT))
        .containsExactly(
            "eventVersion",
            "eventCategory",
            "eventType",
            "eventID",
            "eventTime",
            "awsRegion",
            "recipientAccountId",
            "sharedEventID",
            "addendum",
            "insightSource",
            "insightState",
            "insightEventSource",
            "insightEventName",
            "insightErrorCode",
            "insightType",
            "insightContext");
    assertThat(shown(EventSchema.ACTIVITY_AUDIT_LOG))
        .containsExactly(
            "eventVersion",
            "eventCategory",
            "eventType",
            "eventID",
            "eventTime",
            "awsRegion",
            "addendum",
            "metadata",
            "eventDataChecksum",
            "eventData",
            "recipientAccountId");
    assertThat(shown(EventSchema.CONFIGURATION_ITEM))
        .endsWith("recipientAccountId", "addendum", "eventData");
    assertThat(shown(EventSchema.EVIDENCE)).isEqualTo(shown(EventSchema.CONFIGURATION_ITEM));
  }

  @ParameterizedTest
  @EnumSource(EventCategory.class)
  void keepsTheOriginalAndNoNameTwiceInEveryCategory(EventCategory category) {
    // when
    var schema = EventSchema.of(category);
    // then
    assertThat(schema.column("eventJson")).isPresent();
    assertThat(schema.stored().columns())
        .extracting(StoredColumn::name)
        .contains("tenant_id", "event_time", "event_id", "event_json", "digest")
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name.length()).isLessThan(64));
    assertThat(schema.stored().structs()).hasSizeLessThan(Integer.SIZE);
  }

  @Test
  void setsNamesApartThatWouldBeTheSame() {
    var stored = EventSchema.INSIGHT.stored();
    var attributions = List.of("insightContext", "attributions");
    assertThat(stored.value(path(attributions, "insightValue")).orElseThrow().name())
        .isEqualTo("insight_context_attributions_insight_value");
    assertThat(stored.value(path(attributions, "insight", "value")).orElseThrow().name())
        .isEqualTo("insight_context_attributions_insight__value");
  }

  private static List<String> shown(EventSchema schema) {
    return schema.columns().stream()
        .filter(column -> !column.hidden())
        .map(LakeColumn::name)
        .toList();
  }

  private static List<String> path(List<String> start, String... rest) {
    return Stream.concat(start.stream(), Stream.of(rest)).toList();
  }
}
