package io.tarn.sql.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleTest {
  private static final List<String> EVENTS =
      List.of(
          """
          {"eventID":"e1","eventTime":"2023-05-01T10:00:00Z","eventName":"RunInstances",\
          "userIdentity":{"type":"Role","sessionContext":{"attributes":\
          {"creationDate":"20230501T095900Z","mfaAuthenticated":"false"}}},\
          "sessionCredentialFromConsole":"true",\
          "resources":[{"ARN":"arn:1","accountId":"1","type":"T"}],\
          "requestParameters":{"b":true,"a":{"x": [1, 2]}}}""",
          """
          {"eventID":"e1","eventTime":"2023-05-01T10:00:00Z","eventName":"again"}""",
          """
          {"eventID":"e2","eventTime":"yesterday","eventName":"Lost"}""",
          """
          {"eventID":"e3","eventTime":"2023-05-02T10:00:00.5Z","eventName":"Start",\
          "eventCategory":"Insight"}""");

  @Test
  void answersOverATableThatStatementsMade() {
    // given
    var oracle = Oracle.running();
    oracle.answer("create table small as select * from (values (1, 'a'), (2, null)) as t (n, s)");
    // when
    var answer = oracle.answer("select n as Number, s, n / 4e0 from small order by n");
    // then
    assertThat(answer)
        .isEqualTo(
            new Answer.Rows(
                List.of(
                    new Answer.Column("Number", "integer"),
                    new Answer.Column("s", "varchar(1)"),
                    new Answer.Column("_col2", "double")),
                List.of(List.of(1L, "a", 0.25), Arrays.asList(2L, null, 0.5))));
  }

  @Test
  void namesTheErrorOfARefusalAndItsLocation() {
    // given
    var oracle = Oracle.running();
    // when
    var answers = List.of(oracle.answer("select 1 / 0"), oracle.answer("select\n  nosuch"));
    // then
    assertThat(answers)
        .containsExactly(
            new Answer.Refusal("DIVISION_BY_ZERO", "Division by zero", 0, 0),
            new Answer.Refusal("COLUMN_NOT_FOUND", "Column 'nosuch' cannot be resolved", 2, 3));
  }

  @Test
  void answersWithTimesMapsAndRows() {
    // given
    var oracle = Oracle.running();
    oracle.load("cloudtrail", "few", EVENTS);
    // when
    var answer =
        oracle.answer(
            "select eventTime, requestParameters, userIdentity.sessionContext.attributes,"
                + " calendarday, readOnly from events.lake.few");
    // then
    assertThat(answer)
        .isEqualTo(
            new Answer.Rows(
                List.of(
                    new Answer.Column("eventTime", "timestamp(3)"),
                    new Answer.Column("requestParameters", "map(varchar,varchar)"),
                    new Answer.Column(
                        "attributes", "row(creationdate timestamp(3),mfaauthenticated varchar)"),
                    new Answer.Column("calendarday", "bigint"),
                    new Answer.Column("readOnly", "boolean")),
                List.of(
                    Arrays.asList(
                        "2023-05-01 10:00:00.000",
                        Map.of("b", "true", "a", "{\"x\":[1,2]}"),
                        List.of("2023-05-01 09:59:00.000", "false"),
                        20230501L,
                        null))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cloudtrail    | Management        | \"readOnly\":true | readOnly | true",
        "insight       | Insight           | \"insightContext\":{\"baselineAverage\":0.5,"
            + "\"insightDuration\":5} | insightContext | [0.5, null, null, 5, null]",
        "configuration | ConfigurationItem | \"eventData\":{\"tags\":{\"a\":1}}"
            + " | eventData.tags | {a=1}",
        "evidence      | Evidence          | \"eventData\":{\"time\":\"2023-05-01T00:00:00.5Z\"}"
            + " | eventData.time | 2023-05-01 00:00:00.500",
        "activity      | ActivityAuditLog  | \"eventData\":{\"errorMessage\":\"no\"}"
            + " | eventData.errormssage | no"
      })
  void hasATableForEachKindOfEvents(
      String kind, String category, String member, String column, String expected) {
    // given
    var oracle = Oracle.running();
    var event =
        """
        {"eventID":"1","eventTime":"2023-05-01T00:00:00Z","eventCategory":"%s",%s}"""
            .formatted(category, member);
    oracle.load(kind, "one_" + kind, List.of(event));
    // when
    var answer = oracle.answer("select " + column + ", * from events.lake.one_" + kind);
    // then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Rows.class,
            rows -> assertThat(rows.rows().getFirst().getFirst()).hasToString(expected));
  }

  @Test
  void answersAStatementOfLakesDialect() {
    // given
    var oracle = Oracle.running();
    oracle.load("cloudtrail", "dialect", EVENTS);
    var statement =
        """
        select e.eventID, r, r.type as kind
        from 37382170-182d-42ed-9df9-5aaf0b4b9511 as e, unnest(resources) as r
        where eventTime between '2023-05-01' and '2023-05-01T10:00:00Z'
          and sessionCredentialFromConsole = true
          and requestParameters like '{b=true, a=%' and calendarday = 20230501;
        """;
    var tables = Map.of("37382170-182d-42ed-9df9-5aaf0b4b9511", "events.lake.dialect");
    // when
    var answer = oracle.answer(LakeDeviations.toTrino(statement, tables));
    // then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Rows.class,
            rows ->
                assertThat(rows.rows())
                    .containsExactly(List.of("e1", Arrays.asList("1", "T", "arn:1", null), "T")));
  }

  @Test
  void refusesToLoadWhatIsNotThere() {
    // given
    var oracle = Oracle.running();
    // when
    var failure = catchThrowable(() -> oracle.load("nokind", "none", EVENTS));
    // then
    assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NOKIND");
  }
}
