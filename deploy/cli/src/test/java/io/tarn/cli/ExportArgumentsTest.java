package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportArgumentsTest {
  @Test
  void readsStatementAndOptions() {
    // when
    var arguments =
        ExportArguments.read(
            List.of("acme", "--format=parquet", "-- mine\nSELECT 1", "--to", "out"));
    // then
    assertThat(arguments)
        .isEqualTo(
            new ExportArguments("acme", "-- mine\nSELECT 1", "parquet", Path.of("out"), "analyst"));
  }

  @Test
  void namesTheFolderByTheExecution() {
    // when
    var arguments = ExportArguments.read(List.of("acme", "SELECT 1"));
    // then
    assertThat(arguments.format()).isEqualTo("csv");
    assertThat(arguments.folder("0198")).isEqualTo(Path.of("0198"));
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    for (var words :
        List.of(
            List.of("acme"),
            List.of("acme", "SELECT 1", "SELECT 2"),
            List.of("acme", "SELECT 1", "--format", "xlsx"),
            List.of("acme", "SELECT 1", "--to"),
            List.of("acme", "SELECT 1", "--other", "x"))) {
      assertThatThrownBy(() -> ExportArguments.read(words))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
