package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case of `translation/`, run in a real PostgreSQL, gives the rows beside it.
class TranslationRunsTest {
  static LakeTable table;

  @BeforeAll
  static void createTable() throws SQLException {
    table = LakeTable.create();
  }

  static List<TranslationCase> cases() {
    return TranslationCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsExpected(TranslationCase scenario) throws SQLException {
    // when
    var actual = table.answer(scenario.statement());
    // then
    assertThat(actual).isEqualTo(scenario.expectedRows(actual));
  }
}
