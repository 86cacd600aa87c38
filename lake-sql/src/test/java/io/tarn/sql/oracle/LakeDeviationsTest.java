package io.tarn.sql.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeDeviationsTest {
  private static final Map<String, String> TABLES =
      Map.of(
          "$EDS_ID", "t",
          "37382170-182d-42ed-9df9-5aaf0b4b9511", "t",
          "main", "t",
          "arn:other", "u");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "select 1;                                => select 1",
        "`select 1 ; -- end\n`                    => `select 1  -- end\n`",
        "select ';' from $EDS_ID                  => select ';' from t",
        "select a from $EDS_ID as x               => select a from t as x",
        "select a from 37382170-182d-42ed-9df9-5aaf0b4b9511 => select a from t",
        "select a from \"37382170-182d-42ed-9df9-5aaf0b4b9511\" => select a from t",
        "select a from arn:aws:cloudtrail:eu-west-1:1:eventdatastore/37382170-182d-42ed-9df9-5aaf0b4b9511"
            + " => select a from t",
        "select a from arn:other                  => select a from u",
        "select a from main join $EDS_ID on true  => select a from t join t on true",
        "select a from <EDS ID> where b<c         => select a from t where b<c",
        "select a from {{ store }}                => select a from t",
        "select main, '$EDS_ID' from other        => select main, '$EDS_ID' from other",
        "select 1 where eventTime > '2023-01-02 03:04:05'"
            + " => select 1 where eventTime > timestamp '2023-01-02 03:04:05'",
        "select 1 where e.EVENTTIME>='2023-01-02T03:04:05Z'"
            + " => select 1 where e.EVENTTIME>=timestamp '2023-01-02 03:04:05'",
        "select 1 where '2023-01-02' <= eventTime"
            + " => select 1 where timestamp '2023-01-02 00:00:00' <= eventTime",
        "select 1 where eventTime = '2023-01-02T03:04:05.5+01:00'"
            + " => select 1 where eventTime = timestamp '2023-01-02 02:04:05.500'",
        "select 1 where eventTime not between '2023-01-02' and '2023-01-03 00:00:00.000'"
            + " => select 1 where eventTime not between timestamp '2023-01-02 00:00:00' and timestamp"
            + " '2023-01-03 00:00:00.000'",
        "select 1 where userIdentity.sessionContext.attributes.creationDate in ('2023-01-02', 'x')"
            + " => select 1 where userIdentity.sessionContext.attributes.creationDate in (timestamp"
            + " '2023-01-02 00:00:00', 'x')",
        "select 1 from (select eventTime as t, 1 as n) where t > '2023-01-02' and n > '2023-01-02'"
            + " => select 1 from (select eventTime as t, 1 as n) where t > timestamp '2023-01-02"
            + " 00:00:00' and n > '2023-01-02'",
        "select 1 where eventData.time > '2023-01-02' and eventData.eventTime > '2023-01-02'"
            + " => select 1 where eventData.time > timestamp '2023-01-02 00:00:00' and"
            + " eventData.eventTime > '2023-01-02'",
        "select 1 where eventTime > timestamp '2023-01-02' and eventName > '2023-01-02'"
            + " => select 1 where eventTime > timestamp '2023-01-02' and eventName > '2023-01-02'",
        "select '😀' where eventTime > '2023-01-02'"
            + " => select '😀' where eventTime > timestamp '2023-01-02 00:00:00'",
        "select 1 where sessionCredentialFromConsole = TRUE or true <> a.sessioncredentialfromconsole"
            + " => select 1 where sessionCredentialFromConsole = 'true' or 'true' <>"
            + " a.sessioncredentialfromconsole",
        "select 1 where readOnly = true           => select 1 where readOnly = true",
        "select 1 where a.requestParameters not like '%x%'"
            + " => select 1 where ('{' || array_join(transform(map_entries(a.requestParameters), e ->"
            + " e[1] || '=' || coalesce(e[2], 'null')), ', ') || '}') not like '%x%'",
        "select 1 where eventName like '%x%'      => select 1 where eventName like '%x%'",
        "select r.arn from t, unnest(resources) as r => select r.arn from t, unnest(resources) as r",
        "select r, r.arn from t, unnest(filter(resources, x -> x.arn <> ')')) as r"
            + " => select r, r.arn from t, unnest(transform(filter(resources, x -> x.arn <> ')'), e ->"
            + " row(e))) as r(r)",
        "select r from t, unnest(resources) as r (a, b) => select r from t, unnest(resources) as r (a, b)",
        "select eventData.eventTime, 1 from t union select eventTime, 2 from u"
            + " => select try_cast(translate(eventData.eventTime, 'TZ', ' ') as timestamp(3)) as"
            + " eventTime, 1 from t union select eventTime, 2 from u",
        "select eventData.eventTime from t union select eventName from u"
            + " => select eventData.eventTime from t union select eventName from u",
        "select from where;                       => select from where"
      })
  void changesOnlyWhatDeviates(String statement, String expected) {
    // when
    var trino = LakeDeviations.toTrino(statement, TABLES);
    // then
    assertThat(trino).isEqualTo(expected);
  }
}
