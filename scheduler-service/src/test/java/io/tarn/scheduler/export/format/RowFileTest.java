package io.tarn.scheduler.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowFileTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final Instant AT = Instant.parse("2022-08-08T21:51:51.723951Z");
  private static final int MANY = 300_000;

  @TempDir Path folder;

  @Test
  void writesCsvToTheLetterOfLake() throws IOException {
    // given
    var result =
        new ExportedResult(
            AT,
            "SELECT a,\n  \"b\"\r\nFROM $EDS_ID",
            List.of(
                new ExportColumn("eventTime", "timestamp(3)"),
                new ExportColumn("text", "varchar"),
                new ExportColumn("details", "map(varchar, varchar)"),
                new ExportColumn("count", "bigint"),
                new ExportColumn("share, all", "double")));
    // when
    var text =
        unzipped(
            written(
                ExportFormat.CSV,
                result,
                "[\"2023-01-22 16:53:53.000\", \"as is\", {\"Fake\": \"Event\"}, 96059, 0.5]",
                "[null, \"a \\\"quoted\\\" one, and\\nlines\", {\"a\": \"1\", \"b\": null}, -1, null]"));
    // then
    assertThat(text)
        .isEqualTo(
            "# Execution Time: 2022-08-08T21:51:51.723951Z Query Statement:"
                + " SELECT a,   \"b\" FROM $EDS_ID\r\n"
                + "eventTime,text,details,count,\"share, all\"\r\n"
                + "2023-01-22 16:53:53.000,as is,{Fake=Event},96059,0.5\r\n"
                + ",\"a \"\"quoted\"\" one, and\nlines\",\"{a=1, b=null}\",-1,\r\n");
  }

  @Test
  void keepsRowsOfOneEmptyFieldInCsv() throws IOException {
    // given
    var result = new ExportedResult(AT, "SELECT x", List.of(new ExportColumn("x", "varchar")));
    // when
    var text = unzipped(written(ExportFormat.CSV, result, "[null]", "[\"a\"]"));
    // then
    assertThat(text).endsWith("x\r\n\"\"\r\na\r\n");
  }

  @Test
  void writesTypedValuesAsJsonLines() throws IOException {
    // given
    var columns =
        List.of(
            new ExportColumn("n", "decimal(20,3)"),
            new ExportColumn("n", "varchar"),
            new ExportColumn("N_2", "array(varchar)"));
    // when
    var text =
        unzipped(
            written(
                ExportFormat.NDJSON,
                new ExportedResult(AT, "SELECT 1", columns),
                "[12345678901234567.890, \"a\\nb\", [\"x\", null]]",
                "[null, null, null]"));
    // then
    assertThat(text)
        .isEqualTo(
            """
            {"n":12345678901234567.890,"n_3":"a\\nb","N_2":["x",null]}
            {"n":null,"n_3":null,"N_2":null}
            """);
  }

  @Test
  void anotherReaderFindsTheTypesAndValuesOfParquet() throws Exception {
    // given
    var columns =
        List.of(
            new ExportColumn("at", "timestamp(3)"),
            new ExportColumn("ok", "boolean"),
            new ExportColumn("small", "integer"),
            new ExportColumn("big", "bigint"),
            new ExportColumn("share", "double"),
            new ExportColumn("price", "decimal(9,2)"),
            new ExportColumn("wide", "decimal(38,3)"),
            new ExportColumn("day", "date"),
            new ExportColumn("names", "array(varchar)"),
            new ExportColumn("tags", "map(varchar, varchar)"),
            new ExportColumn(
                "who", "row(type varchar, depth bigint, \"Tags\" map(varchar, bigint))"),
            new ExportColumn("text", "varchar"));
    var row =
        "[\"2023-01-22 16:53:53.123\", true, -7, 9007199254740993, 0.1, 12.50,"
            + " -12345678901234567890123.456, \"1969-12-31\", [\"a\", null], {\"k\": \"v\", \"n\": null},"
            + " {\"type\": \"Role\", \"depth\": 3, \"Tags\": {\"x\": 1}}, \"ü\"]";
    var empty = "[null, null, null, null, null, null, null, null, [], {}, null, null]";
    var file = folder.resolve("result_1.parquet");
    // when
    Files.write(
        file, written(ExportFormat.PARQUET, new ExportedResult(AT, "s", columns), row, empty));
    // then
    try (var duck = duck()) {
      assertThat(typesOf(duck, file))
          .containsExactly(
              "TIMESTAMP WITH TIME ZONE",
              "BOOLEAN",
              "INTEGER",
              "BIGINT",
              "DOUBLE",
              "DECIMAL(9,2)",
              "DECIMAL(38,3)",
              "DATE",
              "VARCHAR[]",
              "MAP(VARCHAR, VARCHAR)",
              "STRUCT(\"type\" VARCHAR, depth BIGINT, Tags MAP(VARCHAR, BIGINT))",
              "VARCHAR");
      assertThat(
              one(
                  duck,
                  "select concat_ws('|', epoch_ms(\"at\"), ok, small, big, share, price, wide, day,"
                      + " names::varchar, tags::varchar, who::varchar, text) from '"
                      + file
                      + "' where ok"))
          .isEqualTo(
              "1674406433123|true|-7|9007199254740993|0.1|12.50|-12345678901234567890123.456"
                  + "|1969-12-31|[a, NULL]|{k=v, n=NULL}|{'type': Role, 'depth': 3, 'Tags': {x=1}}|ü");
      assertThat(
              one(
                  duck,
                  "select concat(names::varchar, tags::varchar) from '"
                      + file
                      + "' where ok is null"))
          .isEqualTo("[]{}");
      assertThat(one(duck, "select distinct compression from parquet_metadata('" + file + "')"))
          .isEqualTo("ZSTD");
    }
  }

  @Test
  void refusesAValueThatIsNotOfItsColumnsType() {
    // given
    var result = new ExportedResult(AT, "s", List.of(new ExportColumn("n", "integer")));
    // then
    assertThatThrownBy(() -> written(ExportFormat.PARQUET, result, "[\"secret\"]"))
        .isInstanceOf(UnfitValueException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void isAWholeFileAlsoWithoutRows(ExportFormat format) throws Exception {
    // given
    var result = new ExportedResult(AT, "s", List.of(new ExportColumn("n", "integer")));
    // when
    var bytes = written(format, result);
    // then
    if (format == ExportFormat.PARQUET) {
      var file = folder.resolve("empty.parquet");
      Files.write(file, bytes);
      try (var duck = duck()) {
        assertThat(one(duck, "select count(*) from '" + file + "'")).isEqualTo("0");
      }
    } else {
      assertThat(unzipped(bytes).lines()).hasSize(format == ExportFormat.CSV ? 2 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void countsAndHashesTheStoredBytes(ExportFormat format) throws Exception {
    // given
    var bytes = new ByteArrayOutputStream();
    var file = RowFile.begin(format, manyColumns(), bytes);
    // when
    for (int n = 0; n < 1000; n++) {
      file.write(manyRow(n));
    }
    var sum = file.finish();
    // then
    var digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertThat(sum)
        .isEqualTo(new RowFile.Sum(bytes.size(), 1000, HexFormat.of().formatHex(digest)));
  }

  /// The memory that is taken beside the rows stays far below what the file has.
  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void keepsItsMemoryBoundedHoweverManyRowsThereAre(ExportFormat format) throws IOException {
    // given
    var file = RowFile.begin(format, manyColumns(), OutputStream.nullOutputStream());
    var before = usedMemory();
    long most = 0;
    // when
    for (int n = 0; n < MANY; n++) {
      file.write(manyRow(n));
      if (n % 50_000 == 49_999) {
        most = Math.max(most, usedMemory() - before);
      }
    }
    var sum = file.finish();
    // then
    assertThat(sum.rows()).isEqualTo(MANY);
    assertThat(sum.bytes()).isGreaterThan(10_000_000);
    assertThat(most).isLessThan(60_000_000);
  }

  private static long usedMemory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static ExportedResult manyColumns() {
    return new ExportedResult(
        AT,
        "SELECT id, n, eventJson",
        List.of(
            new ExportColumn("id", "varchar"),
            new ExportColumn("n", "bigint"),
            new ExportColumn("eventJson", "varchar")));
  }

  private static JsonNode manyRow(int n) {
    var text = new StringBuilder();
    for (int part = 0; part < 12; part++) {
      text.append(Long.toHexString((n + 1L) * 0x9E3779B97F4A7C15L * (part + 1)));
    }
    return JSON.createArrayNode().add("id-" + n).add(n).add(text.toString());
  }

  private static byte[] written(ExportFormat format, ExportedResult result, String... rows)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var file = RowFile.begin(format, result, bytes);
    for (var row : rows) {
      file.write(JSON.readTree(row));
    }
    file.finish();
    return bytes.toByteArray();
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Not by the list of drivers, which belongs to the class loader that asked first.
  private static Connection duck() throws SQLException {
    return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
  }

  private static List<String> typesOf(Connection duck, Path file) throws SQLException {
    try (var statement = duck.createStatement();
        var found = statement.executeQuery("describe select * from '" + file + "'")) {
      var types = new ArrayList<String>();
      while (found.next()) {
        types.add(found.getString("column_type"));
      }
      return types;
    }
  }

  private static String one(Connection duck, String sql) throws SQLException {
    try (var statement = duck.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }
}
