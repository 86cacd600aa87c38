package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.local.output.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryArgumentsTest {
  @Test
  void takesAStatementThatBeginsWithACommentForAStatement() {
    // given
    var statement = "-- who was it?\nSELECT 1 -- here\n FROM $EDS_ID";
    // when
    var arguments = QueryArguments.read(List.of("acme", statement));
    // then
    assertThat(arguments.statement()).isEqualTo(statement);
    assertThat(arguments.tenant()).isEqualTo("acme");
    assertThat(arguments.format()).isEqualTo(Format.TABLE);
    assertThat(arguments.role()).isEqualTo("analyst");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format json", "--as viewer", "--help me", "- 1", "--file\tx"})
  void takesNoWordWithWhiteSpaceForAnOption(String word) {
    // when
    var arguments = QueryArguments.read(List.of("acme", word));
    // then
    assertThat(arguments.statement()).isEqualTo(word);
  }

  @Test
  void readsOptionsBeforeAndAfterTheStatement() {
    // when
    var arguments =
        QueryArguments.read(List.of("--format", "csv", "acme", "SELECT 1", "--as=viewer"));
    // then
    assertThat(arguments.format()).isEqualTo(Format.CSV);
    assertThat(arguments.role()).isEqualTo("viewer");
    assertThat(arguments.statement()).isEqualTo("SELECT 1");
  }

  @Test
  void readsAFileWhoseNameHasASpace(@TempDir Path folder) throws IOException {
    // given
    var file = Files.writeString(folder.resolve("my statement.sql"), "SELECT 2");
    // when
    var arguments = QueryArguments.read(List.of("acme", "--file", file.toString()));
    // then
    assertThat(arguments.text(InputStreams.empty())).isEqualTo("SELECT 2");
  }

  @Test
  void readsStandardInputForADash() throws IOException {
    // when
    var arguments = QueryArguments.read(List.of("acme", "-", "--format", "ndjson"));
    // then
    assertThat(arguments.text(InputStreams.of("SELECT 'ä'"))).isEqualTo("SELECT 'ä'");
  }

  @Test
  void readsAKeptQueryWithItsValues() {
    // when
    var arguments =
        QueryArguments.read(
            List.of(
                "acme",
                "--saved",
                "Commands run in containers",
                "--value",
                "period=last 30 days",
                "--value=names=a=b",
                "--value",
                "names=c"));
    // then
    assertThat(arguments.saved()).isEqualTo("Commands run in containers");
    assertThat(arguments.values())
        .isEqualTo(Map.of("period", List.of("last 30 days"), "names", List.of("a=b", "c")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme",
        "acme SELECT more",
        "acme - --format xml",
        "acme - --nonsense",
        "acme - --as",
        "acme - --file x.sql",
        "acme - --saved x",
        "acme --file x.sql --saved x",
        "acme - --value a=b",
        "acme --saved x --value a",
        "acme --saved x --value =b"
      })
  void refusesWhatItDoesNotUnderstand(String words) {
    assertThatThrownBy(
            () -> QueryArguments.read(words.isEmpty() ? List.of() : List.of(words.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class InputStreams {
    static ByteArrayInputStream empty() {
      return of("");
    }

    static ByteArrayInputStream of(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
