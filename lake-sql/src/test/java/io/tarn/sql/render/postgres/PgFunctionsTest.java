package io.tarn.sql.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.function.Functions;
import org.junit.jupiter.api.Test;

class PgFunctionsTest {

  @Test
  void knowsEachFunction() {
    assertThat(Functions.all()).allMatch(PgFunctions::isRendered);
  }
}
