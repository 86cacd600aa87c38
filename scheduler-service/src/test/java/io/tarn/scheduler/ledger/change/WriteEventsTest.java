package io.tarn.scheduler.ledger.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteEventsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ec2 | RunInstances | '\"readOnly\": false' | true",
        "ec2 | RunInstances | '\"readOnly\": \"false\"' | true",
        "ec2 | RunInstances | '\"readOnly\": true' | false",
        "ec2 | GetThatWrites | '\"readOnly\": false' | true",
        "ec2 | RunInstances | '' | true",
        "ec2 | DescribeInstances | '' | false",
        "iot | listThings | '' | false",
        "iot | listen | '' | true",
        "kms | Decrypt | '' | false",
        "athena | StartQueryExecution | '' | false",
        "glue | StartJobRun | '' | true",
        "ec2 | RunInstances | '\"readOnly\": false, \"errorCode\": \"AccessDenied\"' | false",
        "signin | ConsoleLogin | '\"readOnly\": false' | false",
        "lambda | Invoke | '\"readOnly\": false, \"managementEvent\": false' | false",
      })
  void areThoseThatSucceedAndDoNotOnlyRead(
      String service, String name, String fields, boolean isChange) {
    // given
    var more = fields.isEmpty() ? "" : ", " + fields;
    var json =
        """
        {"eventID": "1", "eventTime": "2026-03-02T10:00:00Z", "eventSource": "%s.amazonaws.com",
         "eventName": "%s"%s}"""
            .formatted(service, name, more);
    var event = EventFacts.of(json, null).orElseThrow();
    // when
    var found = WriteEvents.isChange(event, false);
    // then
    assertThat(found).isEqualTo(isChange);
  }
}
