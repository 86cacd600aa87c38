package io.tarn.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumns;
import io.tarn.common.schema.StoredStruct;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each case is a file `mapping/<name>.json` with an event and `mapping/<name>.expected.json` with
/// the values of some of its columns: times in ISO, key orders in hex, presence as the paths of
/// structs.
class RecordMapperTest {
  private static final StoredColumns STORED = EventSchema.CLOUDTRAIL.stored();

  @ParameterizedTest
  @ValueSource(strings = {"maps", "scalars", "structs", "misspelt", "resources", "unicode"})
  void mapsAnEvent(String name) throws IOException, NotJsonException {
    // given
    var bytes = resource(name + ".json");
    var expected = (Json.Structure) JsonReader.read(resource(name + ".expected.json"));

    // when
    var row =
        RecordMapper.of(EventCategory.CLOUDTRAIL)
            .map(bytes, (Json.Structure) JsonReader.read(bytes));

    // then
    assertThat(expected.members())
        .allSatisfy(
            column ->
                assertThat(shown(row, column.name()))
                    .as(column.name())
                    .isEqualTo(plain(column.value())));
    assertThat(row.value(place(StoredColumns.EVENT_JSON)))
        .isInstanceOfSatisfying(
            ColumnValue.Bytes.class, original -> assertThat(original.value()).isEqualTo(bytes));
  }

  private static Object shown(EventRow row, String column) {
    return switch (row.value(place(column))) {
      case null -> null;
      case ColumnValue.Text(var text) -> text;
      case ColumnValue.Document(var json) -> json;
      case ColumnValue.Truth(var truth) -> truth;
      case ColumnValue.Bytes(var bytes) -> HexFormat.of().formatHex(bytes);
      case ColumnValue.Time(var millis) -> Instant.ofEpochMilli(millis).toString();
      case ColumnValue.Large(var number) -> number;
      case ColumnValue.Id(var id) -> id.toString();
      case ColumnValue.Whole(var presence) -> presence;
      case ColumnValue.Real(var number) -> number;
    };
  }

  private static Object plain(Json value) {
    return switch (value) {
      case Json.Text(var text) -> text;
      case Json.Truth(var truth) -> truth;
      case Json.Sequence(var paths) -> presence(paths);
      case Json.Null _ -> null;
      case Json.Numeral _, Json.Structure _ -> throw new IllegalArgumentException(value.toString());
    };
  }

  private static int presence(List<Json> paths) {
    return paths.stream()
        .map(path -> List.of(((Json.Text) path).value().split("\\.")))
        .map(path -> STORED.struct(path).orElseThrow())
        .mapToInt(StoredStruct::mask)
        .sum();
  }

  private static int place(String column) {
    var names = STORED.columns().stream().map(stored -> stored.name()).toList();
    assertThat(names).contains(column);
    return names.indexOf(column);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = RecordMapperTest.class.getResourceAsStream("/mapping/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}
