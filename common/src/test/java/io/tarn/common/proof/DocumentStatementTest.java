package io.tarn.common.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.proof.ResultStatementSchemaTest.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentStatementTest {
  private static final Path SCHEMA = Path.of("../docs/reference/document-statement.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DocumentStatement STATEMENT =
      new DocumentStatement(
          List.of(DocumentFile.of("a.pdf", new byte[] {1}), DocumentFile.of("a.csv", new byte[0])),
          new ResultStatement.Tenant("t1", "acme"),
          "change-report",
          YearMonth.of(2024, 5),
          "final",
          new ResultStatement.Requester("issuer", "ann", "Ann", "viewer"),
          "us-east-1",
          Instant.parse("2026-03-10T08:00:07.5Z"));

  @Test
  void isReadAsItIsWritten() {
    // when
    var read = ProofStatement.parse(STATEMENT.toJson());
    // then
    assertThat(read).isEqualTo(STATEMENT);
    assertThat(read.completedAt()).isEqualTo("2026-03-10T08:00:07Z");
  }

  @Test
  void isDescribedByItsSchema() throws IOException {
    // given
    var schema = JSON.readTree(SCHEMA.toFile());
    var written = JSON.readTree(STATEMENT.toJson());
    // then
    assertThat(new Schema(schema).faults(written)).isEmpty();
    assertThat(ResultStatementSchemaTest.neverWritten(schema, written, "")).isEmpty();
    assertThat(schema.path("$id").asText()).isEqualTo(InTotoDocument.PREDICATE_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05, 2024-13, has no month in 'month'",
    "document/v1, other/v1, has a 'predicateType' other than https://tarn.dev/result/v1",
    "a.pdf, ../a, has a 'name' other than ../a",
    "in-toto.io, elsewhere, has a '_type' other than https://in-toto.io/Statement/v1"
  })
  void refusesOtherForms(String part, String other, String message) {
    // given
    var text = new String(STATEMENT.toJson(), StandardCharsets.UTF_8);
    var changed = text.replaceFirst(part, other).getBytes(StandardCharsets.UTF_8);
    // then
    assertThatThrownBy(() -> ProofStatement.parse(changed))
        .isInstanceOf(ProofFormatException.class)
        .hasMessage(message);
  }
}
