package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the translator lets through, PostgreSQL takes: no statement is refused by the database.
class GeneratedStatementsTest {
  private static final long SEED = 20_240_501;
  private static final int STATEMENTS = 400;

  @Test
  void runWhereTheyAreNotRefused() throws SQLException {
    // given
    var table = LakeTable.create();
    var generator = new StatementGenerator(SEED);
    var failures = new ArrayList<String>();
    int answered = 0;
    // when
    for (int i = 0; i < STATEMENTS; i++) {
      answered += answer(table, generator.next(), failures) ? 1 : 0;
    }
    // then
    assertThat(failures).isEmpty();
    assertThat(answered).isGreaterThan(STATEMENTS / 3);
  }

  private static boolean answer(LakeTable table, String statement, List<String> failures) {
    try {
      table.answer(statement);
      return true;
    } catch (StatementException _) {
      return false;
    } catch (SQLException | RuntimeException failure) {
      failures.add(statement + "\n  " + failure.getMessage());
      return false;
    }
  }
}
