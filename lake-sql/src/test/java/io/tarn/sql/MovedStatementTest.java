package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.oracle.Answer;
import io.tarn.sql.oracle.MovedLiterals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedStatementTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "select eventID from $EDS_ID; => select eventID from main;",
        "select eventData.uid from $EDS_ID union select eventID from $EDS_ID"
            + " => select eventData.uid from activity union select eventID from main",
        "select 1 from $EDS_ID where eventData.resourceType = 'known'"
            + " => select 1 from config where eventData.resourceType = 'known'",
        "select 1 from $EDS_ID where eventTime > '2023-01-01 00:00:01' AND eventTime <= '2022-01-01'"
            + " => select 1 from main where eventTime > '2014-01-01 00:00:01' AND eventTime <="
            + " '2028-01-01'",
        "select 1 from $EDS_ID where eventTime >= '${date_filter}' and eventTime < '{end}'"
            + " => select 1 from main where eventTime >= '2014-01-01 00:00:00' and eventTime <"
            + " '2028-01-01 00:00:00'",
        "select 1 from $EDS_ID where eventTime > date_add('day', -1, now())"
            + " => select 1 from main where eventTime > date_add('day', -36500, now())",
        "select 1 from $EDS_ID limit 10 => select 1 from main LIMIT 1000000",
        "select 1 from $EDS_ID order by 1 limit 10 => select 1 from main order by 1 limit 10",
        "select 1 from $EDS_ID where eventName = 'x' and readOnly"
            + " => select 1 from main where eventName = 'it''s frequent' and readOnly",
        "select 1 from $EDS_ID where eventName in ('x', 'y') and errorCode like '%x'"
            + " => select 1 from main where eventName in ('it''s frequent', 'y') and errorCode like"
            + " '%it''s frequent'",
        "select 1 from $EDS_ID where eventName != 'x' or eventID = 'x'"
            + " => select 1 from main where eventName != 'x' or eventID = 'x'",
        "select from where; => select from where;"
      })
  void isWhereTheCorpusHasEvents(String published, String expected) {
    // given
    var literals = new MovedLiterals(Map.of(), MovedStatementTest::counted);
    // when
    var moved = new MovedStatement(published, literals).text();
    // then
    assertThat(moved).isEqualTo(expected);
  }

  /// No event has an `x`, and one value is frequent wherever it is asked for.
  private static Answer counted(String statement) {
    boolean isCount = statement.contains("count(*)");
    List<List<Object>> none = List.of();
    return new Answer.Rows(
        List.of(),
        isCount
            ? List.of(List.of("it's frequent", false, 3L))
            : statement.contains("'x'") ? none : List.of(List.of(1L)));
  }
}
