package io.tarn.sql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import org.junit.jupiter.api.Test;

class ReferencePagesTest {
  @Test
  void theSqlPageSaysWhatTheTablesSay() {
    SqlPage.page().check();
  }

  @Test
  void everyFunctionHasAHelp() {
    assertThat(FunctionTable.get().callable()).extracting(Function::help).doesNotContain("");
  }
}
