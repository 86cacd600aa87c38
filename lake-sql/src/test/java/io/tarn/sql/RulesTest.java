package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.rule.Rules;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule changes how an answer is found, and never the answer.
class RulesTest {
  private static final List<String> STATEMENTS =
      List.of(
          "select eventID from $EDS_ID where date(eventTime) = date '2023-05-01' order by 1",
          "select eventID from $EDS_ID where date_trunc('month', eventTime) >= timestamp"
              + " '2023-12-01 00:00:00' order by 1",
          "select eventID from $EDS_ID where cast(eventTime as date) between date '2023-05-02' and"
              + " date '2023-12-31' order by 1",
          "select eventID from $EDS_ID where calendarday in (20230501, 20240601) order by 1",
          "select eventID from $EDS_ID where eventTime > now() - interval '7' day order by 1",
          "select eventID from $EDS_ID where (eventTime < '2023-05-02' or eventTime > '2024-02-01')"
              + " order by 1",
          "with d as (select eventTime as t, eventID from $EDS_ID) select eventID from d"
              + " where t >= date_add('day', -1, timestamp '2023-05-03 00:00:00 UTC') order by 1",
          "select a.eventID from $EDS_ID a left join $EDS_ID b on a.eventName = b.eventName and"
              + " date(b.eventTime) = date '2023-05-01' order by 1",
          "select eventSource, count(distinct eventName) from $EDS_ID group by 1 order by 1",
          "select count(distinct errorCode), eventSource || 'x' from $EDS_ID group by 2 order by 2",
          "select approx_distinct(eventName) from $EDS_ID",
          "select count(distinct requestParameters), count(*) from $EDS_ID where 1 = 0",
          "select count(*), eventSource, count(distinct eventName), count(*) + 1 from $EDS_ID"
              + " group by 2 order by 2",
          "select eventTime at time zone '+02:00' > timestamp '2023-05-01 12:00:00.0005 +02:00',"
              + " eventID from $EDS_ID order by 2");

  static LakeTable table;

  @BeforeAll
  static void createTable() throws SQLException {
    table = LakeTable.create();
  }

  static Stream<Arguments> rulesAndStatements() {
    // without this one a statement sees more on purpose
    return Rules.names().stream()
        .filter(rule -> !rule.equals("KeepSettledPositions"))
        .flatMap(rule -> STATEMENTS.stream().map(statement -> Arguments.of(rule, statement)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rulesAndStatements")
  void changesNoAnswer(String rule, String statement) throws SQLException {
    // when
    var with = table.answer(statement);
    var without = table.answerWithout(Set.of(rule), statement);
    // then
    assertThat(with).isEqualTo(without).isNotEmpty();
  }
}
