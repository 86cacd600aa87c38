package io.tarn.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.Type.Array;
import io.tarn.sql.type.Type.Field;
import io.tarn.sql.type.Type.MapOf;
import io.tarn.sql.type.Type.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Type ROW =
      new Row(
          List.of(
              new Field("type", Type.VARCHAR),
              new Field("since", Type.TIMESTAMP),
              new Field("details", new MapOf(Type.VARCHAR, Type.VARCHAR))));

  @Test
  void writesStructsWithTheNamesOfTheirFields() throws IOException {
    assertThat(written("[\"a\",\"2024-05-01 00:00:00.000\",null]", ROW))
        .isEqualTo("{\"type\":\"a\",\"since\":\"2024-05-01 00:00:00.000\",\"details\":null}");
  }

  @Test
  void writesFieldsWithoutANameByTheirIndex() throws IOException {
    assertThat(written("[1]", new Row(List.of(new Field(null, Type.BIGINT)))))
        .isEqualTo("{\"field0\":1}");
  }

  @Test
  void writesArraysAndMapsOfStructs() throws IOException {
    assertThat(written("[[\"a\",null,{\"k\":\"v\"}],null]", new Array(ROW)))
        .isEqualTo("[{\"type\":\"a\",\"since\":null,\"details\":{\"k\":\"v\"}},null]");
    assertThat(written("{\"x\":[\"a\",null,null]}", new MapOf(Type.VARCHAR, ROW)))
        .isEqualTo("{\"x\":{\"type\":\"a\",\"since\":null,\"details\":null}}");
  }

  @Test
  void writesDoublesOfStructsAsDoublesOfColumns() throws IOException {
    var averages =
        new Row(List.of(new Field("insight", Type.DOUBLE), new Field("baseline", Type.DOUBLE)));
    assertThat(written("[664,0.0000882145]", averages))
        .isEqualTo("{\"insight\":664.0,\"baseline\":8.82145E-5}");
  }

  private static String written(String value, Type type) throws IOException {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      JsonTrees.write(JSON.readTree(value), type, json);
    }
    return text.toString();
  }
}
