package io.tarn.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The columns of an event, read anew from its original text with a plain JSON tree.
///
/// It is written from Lake §4 and §5 alone and shares nothing with the product but the names of the
/// database's columns, so that an error would have to be made twice. Values are in the text form in
/// which [StoredRows] reads them from the database.
final class IndependentReading {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  /// Where each text stands in a CloudTrail record, and its column.
  private static final String TEXTS =
      """
      /eventVersion event_version
      /userIdentity/type user_identity_type
      /userIdentity/principalId user_identity_principal_id
      /userIdentity/arn user_identity_arn
      /userIdentity/accountId user_identity_account_id
      /userIdentity/accessKeyId user_identity_access_key_id
      /userIdentity/userName user_identity_user_name
      /userIdentity/sessionContext/attributes/mfaAuthenticated user_identity_session_context_attributes_mfa_authenticated
      /userIdentity/sessionContext/sessionIssuer/type user_identity_session_context_session_issuer_type
      /userIdentity/sessionContext/sessionIssuer/principalId user_identity_session_context_session_issuer_principal_id
      /userIdentity/sessionContext/sessionIssuer/arn user_identity_session_context_session_issuer_arn
      /userIdentity/sessionContext/sessionIssuer/accountId user_identity_session_context_session_issuer_account_id
      /userIdentity/sessionContext/sessionIssuer/userName user_identity_session_context_session_issuer_user_name
      /userIdentity/sessionContext/webIdFederationData/federatedProvider user_identity_web_id_federation_data_federated_provider
      /userIdentity/sessionContext/sourceIdentity user_identity_session_context_source_identity
      /userIdentity/sessionContext/ec2RoleDelivery user_identity_session_context_ec2_role_delivery
      /userIdentity/sessionContext/ec2IssuedInVpc user_identity_session_context_ec2_issued_in_vpc
      /userIdentity/onBehalfOf/userId user_identity_on_behalf_of_user_id
      /userIdentity/onBehalfOf/identityStoreArn user_identity_on_behalf_of_identity_store_arn
      /userIdentity/inScopeOf/sourceArn user_identity_in_scope_of_source_arn
      /userIdentity/inScopeOf/sourceAccount user_identity_in_scope_of_source_account
      /userIdentity/inScopeOf/issuerType user_identity_in_scope_of_issuer_type
      /userIdentity/inScopeOf/credentialsIssuedTo user_identity_in_scope_of_credentials_issued_to
      /userIdentity/invokedBy user_identity_invoked_by
      /userIdentity/identityProvider user_identity_identity_provider
      /eventSource event_source
      /eventName event_name
      /awsRegion aws_region
      /sourceIPAddress source_ip_address
      /userAgent user_agent
      /errorCode error_code
      /errorMessage error_message
      /requestID request_id
      /eventID event_id
      /eventType event_type
      /apiVersion api_version
      /recipientAccountId recipient_account_id
      /sharedEventID shared_event_id
      /annotation annotation
      /vpcEndpointId vpc_endpoint_id
      /vpcEndpointAccountId vpc_endpoint_account_id
      /eventCategory event_category
      /tlsDetails/tlsVersion tls_details_tls_version
      /tlsDetails/cipherSuite tls_details_cipher_suite
      /tlsDetails/clientProvidedHostHeader tls_details_client_provided_host_header
      /sessionCredentialFromConsole session_credential_from_console
      """;

  private static final String TIMES =
      """
      /eventTime event_time
      /userIdentity/sessionContext/attributes/creationDate user_identity_session_context_attributes_creation_date
      """;

  private static final String MAPS =
      """
      /userIdentity/sessionContext/webIdFederationData/attributes user_identity_web_id_federation_data_attributes
      /requestParameters request_parameters
      /responseElements response_elements
      /additionalEventData additional_event_data
      /serviceEventDetails service_event_details
      /addendum addendum
      /edgeDeviceDetails edge_device_details
      /insightDetails insight_details
      /eventContext/requestContext event_context_request_context
      /eventContext/tagContext/principalTags event_context_tag_context_principal_tags
      """;

  /// The structs in Lake's order; each has one bit in the column that tells which were there.
  private static final List<String> STRUCTS =
      List.of(
          "/userIdentity",
          "/userIdentity/sessionContext",
          "/userIdentity/sessionContext/attributes",
          "/userIdentity/sessionContext/sessionIssuer",
          "/userIdentity/sessionContext/webIdFederationData",
          "/userIdentity/onBehalfOf",
          "/userIdentity/inScopeOf",
          "/tlsDetails",
          "/eventContext",
          "/eventContext/tagContext");

  private static final Comparator<byte[]> ORDER_OF_JSONB =
      Comparator.<byte[]>comparingInt(key -> key.length).thenComparing(Arrays::compareUnsigned);

  private final JsonNode event;
  private final Map<String, String> columns = new TreeMap<>();

  private IndependentReading(String eventJson) {
    try {
      this.event = JSON.readTree(eventJson);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(eventJson, e);
    }
  }

  /// All columns of a management, data or network activity event; NULL as null.
  static Map<String, String> ofCloudTrail(String eventJson) {
    var reading = new IndependentReading(eventJson);
    reading.cloudTrail();
    return reading.columns;
  }

  /// All columns of an Insights event that came in the form of a trail's record.
  static Map<String, String> ofTrailInsight(String eventJson) {
    var reading = new IndependentReading(eventJson);
    reading.insight();
    return reading.columns;
  }

  private void cloudTrail() {
    each(TEXTS, (value, column) -> columns.put(column, text(value)));
    each(TIMES, (value, column) -> columns.put(column, time(value)));
    each(MAPS, this::putMap);
    columns.put("read_only", truth(event.at("/readOnly")));
    columns.put("management_event", truth(event.at("/managementEvent")));
    columns.put("resources", resources(event.at("/resources")));
    columns.put(
        "event_context_tag_context_resource_tags",
        resourceTags(event.at("/eventContext/tagContext/resourceTags")));
    putPresence(STRUCTS);
  }

  private void insight() {
    each(
        """
        /eventVersion event_version
        /eventCategory event_category
        /eventType event_type
        /eventID event_id
        /awsRegion aws_region
        /recipientAccountId recipient_account_id
        /sharedEventID shared_event_id
        /insightSource insight_source
        /insightDetails/state insight_state
        /insightDetails/eventSource insight_event_source
        /insightDetails/eventName insight_event_name
        /insightDetails/errorCode insight_error_code
        /insightDetails/insightType insight_type
        /insightDetails/insightContext/attributions/0/attribute insight_context_attributions_attribute
        /insightDetails/insightContext/attributions/0/insight/0/value insight_context_attributions_insight__value
        /insightDetails/insightContext/attributions/0/baseline/0/value insight_context_attributions_baseline__value
        /none insight_context_attributions_insight_value
        /none insight_context_attributions_baseline_value
        """,
        (value, column) -> columns.put(column, text(value)));
    each(
        """
        /insightDetails/insightContext/statistics/baseline/average insight_context_baseline_average
        /insightDetails/insightContext/statistics/insight/average insight_context_insight_average
        /insightDetails/insightContext/attributions/0/insight/0/average insight_context_attributions_insight__average
        /insightDetails/insightContext/attributions/0/baseline/0/average insight_context_attributions_baseline__average
        /none insight_context_attributions_insight_average
        /none insight_context_attributions_baseline_average
        """,
        (value, column) ->
            columns.put(column, value.isNumber() ? Double.toString(value.doubleValue()) : null));
    each(
        """
        /insightDetails/insightContext/statistics/baselineDuration insight_context_baseline_duration
        /insightDetails/insightContext/statistics/insightDuration insight_context_insight_duration
        """,
        (value, column) -> columns.put(column, value.isInt() ? value.asText() : null));
    columns.put("event_time", time(event.at("/eventTime")));
    putMap(event.at("/addendum"), "addendum");
    putPresence(
        List.of(
            "/insightDetails/insightContext",
            "/insightDetails/insightContext/attributions/0",
            "/insightDetails/insightContext/attributions/0/insight/0",
            "/insightDetails/insightContext/attributions/0/baseline/0"));
  }

  private void each(String lines, Column column) {
    lines
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(line -> column.put(event.at(line[0]), line[1]));
  }

  @FunctionalInterface
  private interface Column {
    void put(JsonNode value, String column);
  }

  private static String text(JsonNode value) {
    return value.isTextual()
        ? storable(value.textValue())
        : value.isContainerNode() ? null : none(value);
  }

  /// The text of a number or truth value; null for what is absent or null.
  private static String none(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? null : value.toString();
  }

  private static String truth(JsonNode value) {
    return value.isBoolean() ? value.asText() : null;
  }

  private static String time(JsonNode value) {
    if (!value.isTextual()) {
      return null;
    }
    var text = value.textValue();
    var extended =
        text.matches("\\d{8}T\\d{6}Z")
            ? text.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z")
            : text;
    try {
      return OffsetDateTime.parse(extended).withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
    } catch (DateTimeParseException e) {
      return null; // a placeholder of the documentation
    }
  }

  private void putMap(JsonNode value, String column) {
    columns.put(column, value.isObject() ? document(map(value)) : null);
    columns.put(column + "_order", value.isObject() ? order(value) : null);
  }

  /// Strings without quotes, everything else as compact JSON, null as it is.
  private static Map<String, String> map(JsonNode object) {
    var map = new TreeMap<String, String>();
    object
        .properties()
        .forEach(
            entry ->
                map.put(
                    storable(entry.getKey()),
                    entry.getValue().isContainerNode()
                        ? entry.getValue().toString()
                        : text(entry.getValue())));
    return map;
  }

  /// The place of each of the record's keys in the order of jsonb; null where both orders agree.
  private static String order(JsonNode object) {
    var keys = new ArrayList<byte[]>();
    object
        .fieldNames()
        .forEachRemaining(key -> keys.add(storable(key).getBytes(StandardCharsets.UTF_8)));
    var sorted = keys.stream().sorted(ORDER_OF_JSONB).toList();
    if (sorted.equals(keys)) {
      return null;
    }
    var order = new byte[keys.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (byte) sorted.indexOf(keys.get(i));
    }
    return HexFormat.of().formatHex(order);
  }

  private static String resources(JsonNode array) {
    return array.isArray()
        ? document(
            array
                .valueStream()
                .map(
                    resource ->
                        row(
                            "accountid", text(resource.path("accountId")),
                            "type", text(resource.path("type")),
                            "arn", text(resource.path("ARN")),
                            "arnprefix", text(resource.path("ARNPrefix"))))
                .toList())
        : null;
  }

  private static String resourceTags(JsonNode array) {
    return array.isArray()
        ? document(
            array
                .valueStream()
                .map(tagged -> row("arn", text(tagged.path("arn")), "tags", tags(tagged)))
                .toList())
        : null;
  }

  private static Map<String, String> tags(JsonNode tagged) {
    return tagged.path("tags").isObject() ? map(tagged.path("tags")) : null;
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    var row = new TreeMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  private static String document(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void putPresence(List<String> structs) {
    int presence = 0;
    for (int bit = 0; bit < structs.size(); bit++) {
      presence |= event.at(structs.get(bit)).isObject() ? 1 << bit : 0;
    }
    columns.put("struct_presence", Integer.toString(presence));
  }

  /// U+FFFD for NUL and for surrogates without their other half.
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD')
        .replaceAll("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "\uFFFD")
        .replaceAll("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]", "\uFFFD");
  }
}
