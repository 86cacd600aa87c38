package io.tarn.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.schema.EventCategory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'eventCategory':'Management'                               | CLOUDTRAIL",
        "'eventCategory':'Data'                                     | CLOUDTRAIL",
        "'eventCategory':'NetworkActivity','eventType':'AwsVpceEvent' | CLOUDTRAIL",
        "'eventCategory':'Insight'                                  | INSIGHT",
        "'eventCategory':'ConfigurationItem'                        | CONFIGURATION_ITEM",
        "'eventCategory':'Evidence'                                 | EVIDENCE",
        "'eventCategory':'ActivityAuditLog'                         | ACTIVITY_AUDIT_LOG",
        "'eventType':'AwsCloudTrailInsight'                         | INSIGHT",
        "'eventType':'AwsConfigurationItem'                         | CONFIGURATION_ITEM",
        "'eventType':'AwsAuditManagerEvidence'                      | EVIDENCE",
        "'eventType':'ActivityLog'                                  | ACTIVITY_AUDIT_LOG",
        "'eventType':'AwsApiCall'                                   | CLOUDTRAIL",
        "'eventCategory':'Management','eventType':'ActivityLog'     | CLOUDTRAIL",
        "'eventCategory':'Tomorrow'                                 | CLOUDTRAIL",
        "'insightDetails':{'state':'Start'}                         | INSIGHT",
        "'insightDetails':{},'eventSource':'s3.amazonaws.com'       | CLOUDTRAIL",
        "'awsRegion':'us-east-1'                                    | CLOUDTRAIL",
      })
  void tellsTheKindOfStoreThatAnEventBelongsInto(String members, EventCategory expected) {
    // when
    var inspection = inspect("'eventID':'1','eventTime':'2026-11-20T10:00:00Z'," + members);
    // then
    assertThat(inspection)
        .isInstanceOfSatisfying(
            Inspection.Event.class, event -> assertThat(event.category()).isEqualTo(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'eventTime':'yesterday'                                    | NO_EVENT_ID",
        "'eventID':7,'eventTime':'2026-11-20T10:00:00Z'             | NO_EVENT_ID",
        "'eventid':'1','eventTime':'2026-11-20T10:00:00Z'           | NO_EVENT_ID",
        "'eventID':'1'                                              | NO_READABLE_EVENT_TIME",
        "'eventID':'1','eventTime':1763632800                       | NO_READABLE_EVENT_TIME",
        "'eventID':'1','eventTime':'2026-11-20 10:00:00'            | NO_READABLE_EVENT_TIME",
        "'eventID':'1','eventTime':'2013-10-31T23:59:59Z'           | EVENT_TIME_TOO_EARLY",
        "'eventID':'1','eventTime':'2026-11-21T10:00:01Z'           | EVENT_TIME_TOO_LATE",
        "'eventID':'1','eventTime':'2026-11-20T10:00:00Z','eventTime':'?' | NO_READABLE_EVENT_TIME"
      })
  void saysTheFirstReasonAgainstAnEvent(String members, RejectionReason expected) {
    assertThat(inspect(members))
        .isInstanceOfSatisfying(
            Inspection.Rejected.class, refused -> assertThat(refused.reason()).isEqualTo(expected));
  }

  private static Inspection inspect(String members) {
    var event = "{" + members.replace('\'', '"') + "}";
    return Inspection.of(event.getBytes(StandardCharsets.UTF_8), NOW);
  }
}
