package io.tarn.sql.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTextTest {
  static Stream<Type> types() {
    var details = new Type.MapOf(Type.VARCHAR, new Type.Array(Type.BIGINT));
    return Stream.of(
        Type.VARCHAR,
        Type.INTERVAL_DAY,
        Type.TIMESTAMP,
        Type.ZONED_TIMESTAMP,
        new Type.Time(3),
        new Type.Decimal(38, 10),
        details,
        new Type.Row(
            List.of(
                new Type.Field("type", Type.VARCHAR),
                new Type.Field("Mixed, (name)", new Type.Decimal(3, 1)),
                new Type.Field(null, Type.INTERVAL_YEAR),
                new Type.Field("details", details),
                new Type.Field("at", Type.ZONED_TIMESTAMP))));
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsWhatIsPrinted(Type type) {
    // when
    var read = TypeText.read(type.display());
    // then
    assertThat(read).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hyperloglog", "array(", "array(x)", "map(varchar)", "decimal(1)"})
  void knowsNoOtherTypes(String text) {
    // when
    var read = TypeText.read(text);
    // then
    assertThat(read).isEmpty();
  }
}
