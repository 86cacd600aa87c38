package io.tarn.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.StoredColumn;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One case a field and version of events: a value at the field, and all columns that it fills. The
/// cases stand in `mapping/fields/<category>.tsv`, the versions in `mapping/versions.txt`.
class MappingTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ENVELOPE =
      Set.of("event_version", "event_id", "event_time", "event_json", "struct_presence");

  record Case(FieldCase field, String version) {
    @Override
    public String toString() {
      return field.category() + " " + version + " " + field.path() + " " + field.value();
    }
  }

  static Stream<Case> cases() {
    return FieldCase.all()
        .flatMap(
            field ->
                FieldCase.versions().stream()
                    .filter(field::isIn)
                    .map(version -> new Case(field, version)));
  }

  static Stream<FieldCase> fields() {
    return FieldCase.all();
  }

  static Stream<FieldCase> misfits() {
    return FieldCase.all().filter(FieldCase::hasMisfit);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fillsTheColumnsOfAField(Case shown) {
    // when
    var row = map(shown.field().category(), event(shown.version(), shown.field().member()));
    // then
    assertThat(filled(row)).isEqualTo(shown.field().columns());
    assertThat(row.faults()).isEmpty();
    assertThat(value(row, "event_version")).isEqualTo(shown.version());
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void leavesOutAndNamesAValueThatDoesNotFit(FieldCase field) {
    // when
    var row = map(field.category(), event("1.11", field.misfitMember()));
    // then
    assertThat(filled(row)).isEmpty();
    assertThat(row.faults()).containsExactly(field.column());
    assertThat(value(row, "event_id")).isEqualTo("1");
  }

  @ParameterizedTest
  @MethodSource("fields")
  void takesAFieldOnlyUnderItsExactName(FieldCase field) {
    // when
    var row = map(field.category(), event("1.11", field.memberOfOtherCase()));
    // then
    assertThat(filled(row)).isEmpty();
    assertThat(row.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void takesNullForAbsent(FieldCase field) {
    // when
    var row = map(field.category(), event("1.11", field.nullMember()));
    // then
    assertThat(filled(row)).isEmpty();
    assertThat(row.faults()).isEmpty();
  }

  private static String event(String version, String member) {
    return """
        {"eventVersion":"%s","eventID":"1","eventTime":"2026-11-20T10:00:00Z",%s}"""
        .formatted(version, member);
  }

  private static EventRow map(EventCategory category, String event) {
    var bytes = event.getBytes(StandardCharsets.UTF_8);
    try {
      return RecordMapper.of(category).map(bytes, (Json.Structure) JsonReader.read(bytes));
    } catch (NotJsonException e) {
      throw new IllegalArgumentException(event, e);
    }
  }

  /// All columns that have a value, without those that each event has.
  private static Map<String, Object> filled(EventRow row) {
    var filled = new TreeMap<String, Object>();
    for (int place = 0; place < row.size(); place++) {
      var name = row.column(place).name();
      if (row.value(place) != null && !ENVELOPE.contains(name)) {
        filled.put(name, shown(row.value(place)));
      }
    }
    return filled;
  }

  private static Object value(EventRow row, String column) {
    var names = Stream.iterate(0, place -> place + 1).limit(row.size()).map(row::column);
    List<String> all = names.map(StoredColumn::name).toList();
    return shown(row.value(all.indexOf(column)));
  }

  private static Object shown(ColumnValue value) {
    return switch (value) {
      case ColumnValue.Text(var text) -> text;
      case ColumnValue.Document(var json) -> json;
      case ColumnValue.Truth(var truth) -> truth;
      case ColumnValue.Bytes(var bytes) -> HexFormat.of().formatHex(bytes);
      case ColumnValue.Time(var millis) -> Instant.ofEpochMilli(millis).toString();
      case ColumnValue.Large(var number) -> number;
      case ColumnValue.Whole(var number) -> number;
      case ColumnValue.Real(var number) -> number;
      case ColumnValue.Id(var id) -> id;
    };
  }

  static Map<String, Object> plain(String json) {
    try {
      var columns = new TreeMap<String, Object>();
      for (Map.Entry<String, JsonNode> column : JSON.readTree(json).properties()) {
        columns.put(column.getKey(), JSON.convertValue(column.getValue(), Object.class));
      }
      return columns;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
