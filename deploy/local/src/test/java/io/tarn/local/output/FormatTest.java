package io.tarn.local.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Column> COLUMNS =
      List.of(new Column("eventName", "varchar"), new Column("n", "bigint"));

  @Test
  void writesCsvWithAHeaderAndNothingElse() throws IOException {
    // when
    var csv = print(Format.CSV, COLUMNS, "[\"Get,Object\",2]", "[null,1]", "[\"\",null]");
    // then
    assertThat(csv).isEqualTo("eventName,n\n\"Get,Object\",2\n,1\n\"\",\n");
  }

  @Test
  void quotesQuotesAndLineEndsInCsv() {
    assertThat(CsvWriter.quoted("a \"b\"\nc")).isEqualTo("\"a \"\"b\"\"\nc\"");
  }

  @Test
  void writesStructuresAsJsonInCsv() throws IOException {
    // when
    var csv =
        print(Format.CSV, List.of(new Column("m", "map(varchar, varchar)")), "[{\"k\":\"v\"}]");
    // then
    assertThat(csv).isEqualTo("m\n\"{\"\"k\"\":\"\"v\"\"}\"\n");
  }

  @Test
  void writesOneJsonDocument() throws IOException {
    // when
    var json = JSON.readTree(print(Format.JSON, COLUMNS, "[\"a\",1]", "[null,2]"));
    // then
    assertThat(json)
        .isEqualTo(
            JSON.readTree(
                """
                {"columns":[{"name":"eventName","type":"varchar"},{"name":"n","type":"bigint"}],
                 "rows":[["a",1],[null,2]],"statistics":{"rows":2}}"""));
  }

  @Test
  void writesAnObjectARowEvenForColumnsOfTheSameName() throws IOException {
    // given
    var twice = List.of(new Column("n", "bigint"), new Column("n", "bigint"));
    // when
    var lines = print(Format.NDJSON, twice, "[1,2]", "[3,4]");
    // then
    assertThat(lines).isEqualTo("{\"n\":1,\"n\":2}\n{\"n\":3,\"n\":4}\n");
  }

  @Test
  void alignsATableAndCounts() throws IOException {
    // when
    var table = print(Format.TABLE, COLUMNS, "[\"GetObject\",12]", "[null,3]");
    // then
    assertThat(table.lines())
        .containsExactly(
            "eventName |  n", "----------+---", "GetObject | 12", "NULL      |  3", "(2 rows)");
  }

  @Test
  void showsAnEmptyAnswerAsATableWithoutRows() throws IOException {
    // when
    var table = print(Format.TABLE, COLUMNS);
    // then
    assertThat(table.lines()).containsExactly("eventName | n", "----------+--", "(0 rows)");
  }

  @Test
  void showsControlCharactersOfAnEventInsteadOfObeyingThem() throws IOException {
    // when
    var table =
        print(Format.TABLE, List.of(new Column("a", "varchar")), "[\"\\u001b[2J\\u202egone\"]");
    // then
    assertThat(table).contains("\\u001b[2J\\u202egone").doesNotContain("\u001b");
  }

  private static String print(Format format, List<Column> columns, String... rows)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = format.writer(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    var nodes = new ArrayList<JsonNode>();
    for (var row : rows) {
      nodes.add(JSON.readTree(row));
    }
    writer.begin(columns);
    writer.rows(nodes);
    writer.end(JSON.createObjectNode().put("rows", rows.length));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
