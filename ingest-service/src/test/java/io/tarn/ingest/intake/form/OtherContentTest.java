package io.tarn.ingest.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.api.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is known to hold no events is told by its content, and nothing else is.
class OtherContentTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          NOTICE          | {"s3Bucket":"b","s3ObjectKey":["AWSLogs/1/CloudTrail/a.json.gz"]}
          NOTICE          | {"Type":"Notification","Message":"{\\"s3Bucket\\":\\"b\\",\\"s3ObjectKey\\":[]}"}
          NOTICE          | {"Type":"Notification","Message":"CloudTrail validation message."}
          NOTICE          | {"Type":"SubscriptionConfirmation","Token":"t"}
          NOTICE          | {"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"object":{}}}
          NOTICE          | {"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}
          HEALTH_PROBE    | {"messageType":"CONTROL_MESSAGE","logEvents":[]}
          HEALTH_PROBE    | {"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}
          SIGN_FILE       | {"version":"1.0","files":[{"fileName":"result_1.csv.gz"}],"hashSignature":"00"}
          CONFIG_SNAPSHOT | {"fileVersion":"1.0","configSnapshotId":"1","configurationItems":[]}
          CONFIG_SNAPSHOT | {"fileVersion":"1.0","configurationItems":[{"a":{"b":"cut
          """)
  void knowsWhatHoldsNoEvents(OtherContent kind, String object) {
    assertThat(OtherContent.of(object.getBytes(UTF_8))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventName\":\"NoId\"}",
        "{\"Type\":\"Notification\",\"Message\":\"hello\"}",
        "{\"s3\":{}}",
        "{\"files\":[]}",
        "[1]",
        "no json"
      })
  void knowsNothingElse(String text) {
    assertThat(OtherContent.of(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void knowsTheSignFileOfAPublicCase() {
    // given
    var file =
        Corpus.orSkip().caseFiles("30-lake-results").stream()
            .filter(each -> each.endsWith("result_sign.json.gz"))
            .findFirst()
            .orElseThrow();

    // when
    var text = Found.in(Corpus.bytes(file)).texts().getFirst();

    // then
    assertThat(OtherContent.of(text.getBytes(UTF_8))).contains(OtherContent.SIGN_FILE);
  }
}
