package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All faults of a statement, each at its place, and none that only follows from another.
class FaultsTest {
  @Test
  void tellsTheFaultsOfAllClausesInTheOrderOfTheText() {
    assertThat(
            faults(
                """
                SELECT evntName, lowr(eventName), count(*)
                FROM $EDS_ID
                WHERE readOnly = 5 AND eventTme > '2024-01-01 00:00:00'
                GROUP BY 1, nothing
                ORDER BY 9
                """))
        .containsExactly(
            "1:8 column",
            "1:18 function lowr",
            "3:18 =",
            "3:24 column",
            "4:13 column",
            "5:10 ORDER BY");
  }

  @Test
  void tellsNothingThatFollowsFromAnotherFault() {
    assertThat(faults("SELECT max(element_at(nothing, 'x')) FROM $EDS_ID WHERE nothing2 LIKE 'x'"))
        .containsExactly("1:23 column", "1:57 column");
  }

  @Test
  void judgesColumnsAlsoWhereTheStoreIsUnknown() {
    assertThat(faults("SELECT eventName, nothing FROM nowhere"))
        .containsExactly("1:19 column", "1:32 table");
  }

  @Test
  void namesEveryPastedCharacterAndGoesOn() {
    assertThat(
            faults(
                "SELECT nothing FROM $EDS_ID WHERE eventName = \u2018a\u2019 AND eventID =\u00A0'b'"))
        .containsExactly("1:8 column", "1:47 syntax", "1:49 syntax", "1:64 syntax");
  }

  @Test
  void tellsOneFaultWhereTheRestCannotBeRead() {
    assertThat(faults("SELECT nothing FRM $EDS_ID")).hasSize(1);
    assertThat(faults("SELECT nothing FROM $EDS_ID TABLESAMPLE BERNOULLI (10)")).hasSize(1);
  }

  @Test
  void hasNoneOfAStatementThatTranslates() {
    assertThat(faults("SELECT eventName, count(*) FROM $EDS_ID GROUP BY 1")).isEmpty();
  }

  @Test
  void hintsAtTheNearestName() {
    assertThat(hints("SELECT eventSorce FROM $EDS_ID"))
        .containsExactly("did you mean eventSource?");
    assertThat(hints("SELECT coun(*) FROM $EDS_ID")).containsExactly("did you mean count?");
    assertThat(hints("SELECT eventName FROM maim")).containsExactly("did you mean main?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT eventName::varchar FROM $EDS_ID                  | write CAST(x AS type)
          SELECT 1 FROM $EDS_ID WHERE eventName ILIKE '%x%'       | write lower(x) LIKE lower(pattern)
          SELECT 1 FROM $EDS_ID WHERE eventName RLIKE 'x'         | write regexp_like(x, pattern)
          SELECT 1 FROM $EDS_ID WHERE eventName ~ 'x'             | write regexp_like(x, pattern)
          SELECT 1 FROM $EDS_ID LIMIT 5, 10                       | write OFFSET 5 LIMIT 10 for LIMIT 5, 10
          SELECT TOP 10 eventName FROM $EDS_ID                    | write LIMIT at the end of the statement
          SELECT 1 FROM $EDS_ID WHERE eventName == 'x'            | write = for equality
          SELECT 1 FROM $EDS_ID WHERE readOnly && readOnly        | write AND
          SELECT eventJson->>'b' FROM $EDS_ID                     | write element_at(map, 'key'), or json_extract_scalar(text, '$.key')
          SELECT `eventName` FROM $EDS_ID                         | write " (U+0022) around a name
          SELECT 1 FROM $EDS_ID WHERE eventName = "RunInstances"  | a text stands in single quotes: 'RunInstances'
          SELECT requestParameters.bucketName FROM $EDS_ID        | requestParameters is a map: write element_at(requestParameters, 'bucketName')
          SELECT userIdentity.sessionContext.sourceIdentify FROM $EDS_ID | did you mean sourceidentity?
          SELECT json_extract(requestParameters, '$.a') FROM $EDS_ID | this is a map, whose values are texts: write element_at(map, 'key'), and a JSON function over that where the value is JSON
          """)
  void hintsAtWhatToWriteInstead(String statement, String hint) {
    assertThat(hints(statement)).containsExactly(hint);
  }

  private static List<String> faults(String statement) {
    return new Translator()
        .faults(statement, Stores.CONTEXT).stream()
            .map(fault -> fault.line() + ":" + fault.column() + " " + fault.construct())
            .toList();
  }

  private static List<String> hints(String statement) {
    return new Translator()
        .faults(statement, Stores.CONTEXT).stream()
            .map(fault -> String.valueOf(fault.hint()))
            .toList();
  }
}
