package io.tarn.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.LakeType.ArrayType;
import io.tarn.common.schema.LakeType.Field;
import io.tarn.common.schema.LakeType.RowType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LakeType ROW =
      new RowType(
          List.of(
              new Field("type", LakeType.VARCHAR),
              new Field("since", LakeType.TIMESTAMP),
              new Field("details", LakeType.TEXT_MAP)));

  @Test
  void writesFieldsInTheOrderOfTheTypeAndMissingOnesAsNull() throws IOException {
    assertThat(written("{\"since\":\"2024-05-01 00:00:00.000\",\"type\":\"a\"}", ROW))
        .isEqualTo("{\"type\":\"a\",\"since\":\"2024-05-01 00:00:00.000\",\"details\":null}");
  }

  @Test
  void writesMapsOfStructsInTheOrderOfTheEvent() throws IOException {
    assertThat(written("{\"details\":{\"a\":\"1\",\"bb\":\"2\"},\"details$order\":\"0100\"}", ROW))
        .isEqualTo("{\"type\":null,\"since\":null,\"details\":{\"bb\":\"2\",\"a\":\"1\"}}");
  }

  @Test
  void writesArraysOfStructs() throws IOException {
    assertThat(written("[{\"type\":\"a\"},null]", new ArrayType(ROW)))
        .isEqualTo("[{\"type\":\"a\",\"since\":null,\"details\":null},null]");
  }

  @Test
  void writesDoublesOfStructsAsDoublesOfColumns() throws IOException {
    var averages =
        new RowType(
            List.of(new Field("insight", LakeType.DOUBLE), new Field("baseline", LakeType.DOUBLE)));
    assertThat(written("{\"insight\":664,\"baseline\":0.0000882145}", averages))
        .isEqualTo("{\"insight\":664.0,\"baseline\":8.82145E-5}");
  }

  private static String written(String value, LakeType type) throws IOException {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      JsonTrees.write(JSON.readTree(value), type, json);
    }
    return text.toString();
  }
}
