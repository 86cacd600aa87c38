package io.tarn.scheduler.ledger.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.approval.PrincipalPattern.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first sign that has something to say decides, and is named.
class OriginRulesTest {
  private static final String EVENT =
      """
      {"eventID": "1", "eventTime": "2026-03-02T10:00:00Z", "eventSource": "ec2.amazonaws.com",
       "eventName": "RunInstances", "userAgent": "%s", "sessionCredentialFromConsole": "%s",
       "userIdentity": {"type": "%s", "invokedBy": %s, "userName": "ann"}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 | false | Root | null | root | userIdentity.type is Root",
        "Boto3/1.26 | true | IAMUser | null | console | sessionCredentialFromConsole is true",
        "aws-cli/2.1 | false | IAMUser | null | cli | userAgent begins with aws-cli/",
        "aws-cli/2.1 exec-env/CloudShell | true | IAMUser | null | cli | userAgent begins with"
            + " aws-cli/, in a shell of the console (sessionCredentialFromConsole is true)",
        "APN/1.0 HashiCorp/1.0 Terraform/1.1 aws-sdk-go/1 | false | AssumedRole | null"
            + " | infrastructure-as-code | userAgent names Terraform",
        "cloudformation.amazonaws.com | true | AssumedRole | \"cloudformation.amazonaws.com\""
            + " | infrastructure-as-code | invokedBy is cloudformation.amazonaws.com",
        "autoscaling.amazonaws.com | false | AssumedRole | \"autoscaling.amazonaws.com\""
            + " | service | invokedBy is autoscaling.amazonaws.com",
        "x | false | AWSService | null | service | userIdentity.type is AWSService",
        "AWS Internal | true | IAMUser | \"AWS Internal\" | console"
            + " | sessionCredentialFromConsole is true",
        "AWS Internal | false | IAMUser | \"AWS Internal\" | service"
            + " | userAgent AWS Internal is one of a service",
        "[S3Console/0.4] | false | IAMUser | null | console"
            + " | userAgent [S3Console/0.4] is one of the console or a browser",
        "aws-sdk-java/1.9 | false | IAMUser | null | sdk | userAgent names aws-sdk",
        "curl/8 | false | IAMUser | null | unknown | userAgent curl/8 is none that is known",
      })
  void saysWhichFieldDecided(
      String agent, String mark, String type, String invokedBy, String origin, String reason) {
    // given
    var event = EventFacts.of(EVENT.formatted(agent, mark, type, invokedBy), null).orElseThrow();
    // when
    var found = OriginRules.find(event, List.of());
    // then
    assertThat(found).isEqualTo(new Origin.Finding(Origin.of(origin), reason));
  }

  @Test
  void findsPrincipalsForEmergencies() {
    // given
    var event =
        EventFacts.of(EVENT.formatted("aws-cli/2.1", "true", "IAMUser", "null"), null)
            .orElseThrow();
    var patterns = List.of(new PrincipalPattern(Kind.USER_NAME, "A*"));
    // when
    var found = OriginRules.find(event, patterns);
    // then
    assertThat(found)
        .isEqualTo(
            new Origin.Finding(
                Origin.BREAK_GLASS, "the user name fits the break-glass pattern A*"));
  }
}
