package io.tarn.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.parse.Language.Construct;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void namesConstructsOnceAndByTheWordsOfAuthors() {
    // when
    var constructs = Language.constructs();
    // then
    assertThat(constructs)
        .contains(new Construct("GROUP BY", true), new Construct("TABLESAMPLE", false))
        .contains(new Construct("lambda", true));
    assertThat(constructs)
        .extracting(Construct::name)
        .doesNotHaveDuplicates()
        .doesNotContain("INSERT", "select item", "plan leaf");
  }

  @Test
  void offersKeywordsOfWhatIsSupportedOnly() {
    assertThat(Language.keywords())
        .contains("SELECT", "FROM", "WHERE", "BY", "TRY_CAST", "UNNEST", "ROLLUP")
        .doesNotContain("TABLESAMPLE", "INSERT", "MATCH_RECOGNIZE")
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void listsTheStatementsThatAreNoQuery() {
    assertThat(Language.otherStatements())
        .contains("INSERT", "CREATE TABLE AS SELECT", "EXPLAIN")
        .doesNotContain("SELECT");
  }
}
