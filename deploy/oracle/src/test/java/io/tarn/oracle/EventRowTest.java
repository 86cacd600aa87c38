package io.tarn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRowTest {
  private static final String ENVELOPE =
      "{\"eventID\":\"e\",\"eventTime\":\"2023-05-01T10:00:00Z\",";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "eventName    | \"eventName\":\"Run\"                     | Run",
        "eventName    | \"eventName\":\"caf\\u00e9 \\\"x\\\"\"    | café \"x\"",
        "eventName    | \"eventName\":12                          | 12",
        "eventName    | \"eventName\":null                        | null",
        "eventName    | \"eventName\":{\"a\":1}                   | null",
        "eventName    | \"other\":1                               | null",
        "readOnly     | \"readOnly\":true                         | true",
        "sessionCredentialFromConsole | \"sessionCredentialFromConsole\":\"true\" | true",
        "eventTime    | \"other\":1                               | 2023-05-01T10:00:00Z",
        "calendarday  | \"other\":1                               | 20230501",
        "tlsDetails   | \"tlsDetails\":{\"tlsVersion\":\"1.3\"}   | [1.3, null, null]",
        "tlsDetails   | \"tlsDetails\":\"none\"                   | null",
        "resources    | \"resources\":[{\"ARN\":\"a\",\"accountId\":\"1\"}] | [[1, null, a, null]]",
        "requestParameters | \"requestParameters\":\"text\"       | null",
        "requestParameters | \"requestParameters\":[1]            | null",
        "requestParameters | \"requestParameters\":{}             | {}",
      })
  void mapsAFieldToItsColumn(String column, String member, String expected) {
    // given
    var event = json(ENVELOPE + member + "}");
    // when
    var value = value(EventTable.CLOUDTRAIL, event, column);
    // then
    assertThat(String.valueOf(value)).isEqualTo(expected);
  }

  @Test
  void splitsOnlyTheTopLevelOfAMap() {
    // given
    var event =
        json(
            ENVELOPE
                + """
                "requestParameters":{"text":"a, b","truth":false,"number":1.50,"none":null,\
                "nested":{"z": [1, "x y"], "a":{}}}}""");
    // when
    var value = value(EventTable.CLOUDTRAIL, event, "requestParameters");
    // then
    var expected = new HashMap<String, String>();
    expected.putAll(Map.of("text", "a, b", "truth", "false", "number", "1.50"));
    expected.put("none", null);
    expected.put("nested", "{\"z\":[1,\"x y\"],\"a\":{}}");
    assertThat(value).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20131102T010628Z", "2013-11-02T01:06:28Z", "2013-11-02T03:06:28+02:00"})
  void readsEachFormOfTimeWithinAnEvent(String time) {
    // given
    var event =
        json(
            ENVELOPE
                + "\"userIdentity\":{\"sessionContext\":{\"attributes\":{\"creationDate\":\""
                + time
                + "\"}}}}");
    // when
    var identity = (List<?>) value(EventTable.CLOUDTRAIL, event, "userIdentity");
    // then
    var attributes = (List<?>) ((List<?>) identity.get(6)).get(0);
    assertThat(attributes.get(0)).hasToString("2013-11-02T01:06:28Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventTime\":\"2023-05-01T10:00:00Z\"}",
        "{\"eventID\":\" \",\"eventTime\":\"2023-05-01T10:00:00Z\"}",
        "{\"eventID\":7,\"eventTime\":\"2023-05-01T10:00:00Z\"}",
        "{\"eventID\":\"e\"}",
        "{\"eventID\":\"e\",\"eventTime\":\"2023-05-01\"}",
        "{\"eventID\":\"e\",\"eventTime\":\"2023-05-01T10:00:00\"}",
        "{\"eventID\":\"e\",\"eventTime\":1682935200}"
      })
  void leavesOutWhatHasNoValidIdOrTime(String event) {
    // when
    var row = EventRow.of(EventTable.CLOUDTRAIL, json(event));
    // then
    assertThat(row).isEmpty();
  }

  @Test
  void bringsAnInsightOfATrailIntoTheFormOfAStore() {
    // given
    var event =
        json(
            ENVELOPE
                + """
                "insightDetails":{"state":"Start","eventSource":"s3","insightType":"T",\
                "insightContext":{"statistics":{"baseline":{"average":0.5},\
                "insight":{"average":3},"insightDuration":2,"baselineDuration":10},\
                "attributions":[{"attribute":"userAgent",\
                "insight":[{"value":"cli","average":1.5}],"baseline":[]}]}}}""");
    // when
    var values =
        List.of(
            value(EventTable.INSIGHT, event, "insightState"),
            value(EventTable.INSIGHT, event, "insightEventSource"),
            value(EventTable.INSIGHT, event, "insightContext"));
    // then
    assertThat(values)
        .containsExactly(
            "Start",
            "s3",
            Arrays.asList(
                0.5,
                3.0,
                10,
                2,
                Arrays.asList(
                    "userAgent", null, null, null, null, Arrays.asList("cli", 1.5), null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"eventCategory\":\"Management\"}        | CLOUDTRAIL",
        "{\"eventCategory\":\"Insight\"}           | INSIGHT",
        "{\"eventType\":\"AwsCloudTrailInsight\"}  | INSIGHT",
        "{\"eventCategory\":\"ConfigurationItem\"} | CONFIGURATION",
        "{\"eventCategory\":\"Evidence\"}          | EVIDENCE",
        "{\"eventCategory\":\"ActivityAuditLog\"}  | ACTIVITY",
        "{}                                        | CLOUDTRAIL"
      })
  void knowsTheTableOfARecord(String event, EventTable expected) {
    // when
    var table = EventTable.of(json(event));
    // then
    assertThat(table).isEqualTo(expected);
  }

  private static JsonText json(String text) {
    return JsonText.of(text).orElseThrow();
  }

  private static Object value(EventTable table, JsonText event, String column) {
    var names = table.columns().stream().map(EventTable.Column::name).toList();
    return EventRow.of(table, event).orElseThrow().values().get(names.indexOf(column));
  }
}
