package io.tarn.ingest.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Selectors are alternatives; the fields of one must all match.
class SelectorsTest {
  private static final String EVENT =
      """
      {"eventCategory":"Data","eventName":"GetObject","eventSource":"s3.amazonaws.com","readOnly":true,\
      "userIdentity":{"arn":"arn:aws:iam::111122223333:user/anna"},\
      "resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::a"},{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::a/k"}]}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '!',
      value = {
        "\"Field\":\"eventName\",\"Equals\":[\"PutObject\",\"GetObject\"]; true",
        "\"Field\":\"eventName\",\"Equals\":[\"PutObject\"]; false",
        "\"Field\":\"eventName\",\"StartsWith\":[\"Get\"]; true",
        "\"Field\":\"eventName\",\"EndsWith\":[\"Bucket\",\"Object\"]; true",
        "\"Field\":\"eventName\",\"NotEquals\":[\"PutObject\",\"GetObject\"]; false",
        "\"Field\":\"eventName\",\"NotStartsWith\":[\"Put\"]; true",
        "\"Field\":\"eventName\",\"StartsWith\":[\"Get\"],\"NotEndsWith\":[\"Object\"]; false",
        "\"Field\":\"eventName\",\"StartsWith\":[\"Put\"],\"EndsWith\":[\"Object\"]; true",
        "\"Field\":\"readOnly\",\"Equals\":[\"true\"]; true",
        "\"Field\":\"readOnly\",\"Equals\":[\"false\"]; false",
        "\"Field\":\"resources.ARN\",\"StartsWith\":[\"arn:aws:s3:::a/\"]; true",
        "\"Field\":\"resources.ARN\",\"NotStartsWith\":[\"arn:aws:s3:::a/\"]; false",
        "\"Field\":\"userIdentity.arn\",\"EndsWith\":[\"/anna\"]; true",
        "\"Field\":\"eventType\",\"Equals\":[\"AwsApiCall\"]; false",
        "\"Field\":\"eventType\",\"NotEquals\":[\"AwsApiCall\"]; true"
      })
  void takesWhatItsFieldsAdmit(String field, boolean isTaken) throws NotJsonException {
    // given
    var selectors =
        SelectorParser.parse("[" + data("{" + field + "}") + "]", EventCategory.CLOUDTRAIL);

    // when, then
    assertThat(selectors.admit(event())).isEqualTo(isTaken);
  }

  @Test
  void takesWhatOneOfItsSelectorsTakes() throws NotJsonException {
    // given
    var other = "{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]}]}";
    var mine = data("{\"Field\":\"eventName\",\"Equals\":[\"GetObject\"]}");

    // when, then
    assertThat(SelectorParser.parse("[" + other + "]", EventCategory.CLOUDTRAIL).admit(event()))
        .isFalse();
    assertThat(
            SelectorParser.parse("[" + other + "," + mine + "]", EventCategory.CLOUDTRAIL)
                .admit(event()))
        .isTrue();
    assertThat(Selectors.ALL.admit(event())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '!',
      value = {
        "{}; must be a list of at most 5 selectors",
        "[{}]; [0].FieldSelectors must be a list of field selectors",
        "[{\"FieldSelectors\":[{\"Field\":\"eventName\",\"Equals\":[\"a\"]}]}]; [0] must have"
            + " eventCategory with Equals and one value",
        "[{\"FieldSelectors\":[{\"Field\":\"nothing\",\"Equals\":[\"a\"]}]}];"
            + " [0].FieldSelectors[0].Field must be one of eventCategory, eventName, eventSource,"
            + " eventType, readOnly, errorCode, vpcEndpointId, sessionCredentialFromConsole,"
            + " userIdentity.arn, resources.type, resources.ARN",
        "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Like\":[\"a\"]}]}];"
            + " [0].FieldSelectors[0].Like: the operator must be one of Equals, StartsWith, EndsWith,"
            + " NotEquals, NotStartsWith, NotEndsWith",
        "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Insight\"]}]}]; [0]:"
            + " eventCategory must be one of CloudTrail, Management, Data, NetworkActivity",
        "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Data\"]}]}]; [0] must"
            + " have resources.type with Equals and one value",
        "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]},{\"Field\":\"resources.type\",\"Equals\":[\"a\"]}]}];"
            + " [0]: resources.type does not go with Management",
        "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]},{\"Field\":\"readOnly\",\"NotEquals\":[\"true\"]}]}];"
            + " [0]: readOnly does not take this operator"
      })
  void refusesWhatLakeDoesNotAllowWithItsPlace(String text, String reason) {
    assertThatThrownBy(() -> SelectorParser.parse(text, EventCategory.CLOUDTRAIL))
        .isInstanceOf(SelectorException.class)
        .hasMessage(reason);
  }

  private static String data(String field) {
    return """
    {"Name":"data","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},\
    {"Field":"resources.type","Equals":["AWS::S3::Object"]},%s]}\
    """
        .formatted(field);
  }

  private static Json.Structure event() throws NotJsonException {
    return (Json.Structure) JsonReader.read(EVENT.getBytes(StandardCharsets.UTF_8));
  }
}
