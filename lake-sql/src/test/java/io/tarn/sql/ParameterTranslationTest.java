package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterException;
import io.tarn.sql.parameter.ParameterType;
import io.tarn.sql.parameter.Parameters;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `{{name}}` stands for one bound value, and never for text.
class ParameterTranslationTest {
  private static final int HOSTILE_VALUES = 1000;

  private static final List<String> NASTY =
      List.of(
          "'",
          "''",
          "\"",
          "\\",
          "\\'",
          "`",
          ";",
          "--",
          "/*",
          "*/",
          "{{p}}",
          "{{",
          "}}",
          "$EDS_ID",
          "$1",
          "?",
          "%",
          "_",
          ")",
          "(",
          " or 1=1",
          "union select",
          "\n",
          "\r",
          "\t",
          "\u202e",
          "é",
          "\ud83d\ude00",
          "e'",
          "$$",
          "::text",
          "\u2019",
          "x".repeat(500));

  @Test
  void valuesAreBoundInTheirTypes() {
    // given
    var parameters =
        bound(
            Map.of("period", "2024-05-01/2024-05-08", "user", "Eve", "most", 5),
            Parameter.of("period", ParameterType.TIME_RANGE),
            Parameter.of("user", ParameterType.TEXT),
            Parameter.of("most", ParameterType.INTEGER));
    // when
    var translation =
        translate(
            """
            select eventName from $EDS_ID
            where eventTime >= {{period.start}} and eventTime < {{ period.end }}
              and userIdentity.userName = {{user}}
            limit {{most}}""",
            parameters);
    // then
    assertThat(translation.parameters())
        .contains(
            LocalDateTime.parse("2024-05-01T00:00:00"),
            LocalDateTime.parse("2024-05-08T00:00:00"),
            "Eve");
    assertThat(translation.timeRange().from()).contains(LocalDateTime.parse("2024-05-01T00:00:00"));
  }

  @Test
  void aListStandsForItsItems() {
    // given
    var declared = Parameter.of("names", ParameterType.LIST);
    var statement = "select 1 from $EDS_ID where eventName in ({{names}})";
    // when
    var two =
        translate(statement, bound(Map.of("names", List.of("RunTask", "StopTask")), declared));
    var none = translate(statement, bound(Map.of("names", List.of()), declared));
    var array =
        translate(
            "select 1 from $EDS_ID where contains({{names}}, eventName)",
            bound(Map.of("names", List.of()), declared));
    // then
    assertThat(two.sql())
        .isEqualTo(
            translate("select 1 from $EDS_ID where eventName in ('a', 'b')", Parameters.NONE)
                .sql());
    assertThat(none.sql()).doesNotContain("RunTask");
    assertThat(array.columns()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ParameterType.class)
  void hostileValuesNeverBecomeText(ParameterType type) {
    // given
    var harmless = harmless(type).map(value -> translateHostile(type, value));
    var random = new Random(type.wireName().hashCode());
    var taken = 0;
    // when
    for (int i = 0; i < HOSTILE_VALUES; i++) {
      var value = hostile(random);
      try {
        var translation = translateHostile(type, value);
        taken++;
        // then
        assertThat(translation.sql()).as(value).isEqualTo(harmless.orElseThrow().sql());
        assertThat(translation.parameters()).as(value).asString().contains(value);
      } catch (ParameterException refused) {
        assertThat(refused.faults()).allMatch(fault -> fault.field().startsWith("values.p"));
      }
    }
    assertThat(taken)
        .isEqualTo(
            switch (type) {
              case TEXT, CHOICE, LIST -> HOSTILE_VALUES;
              default -> taken;
            });
  }

  /// A text that is a value of the type; none where no text is.
  private static Optional<String> harmless(ParameterType type) {
    return switch (type) {
      case INTEGER, NUMBER, BOOLEAN -> Optional.empty();
      case DATE, TIMESTAMP -> Optional.of("2024-05-01");
      case TIME_RANGE -> Optional.of("today");
      case ACCOUNT -> Optional.of("111122223333");
      case REGION -> Optional.of("eu-west-1");
      case PRINCIPAL -> Optional.of("arn:aws:iam::111122223333:user/Eve");
      case CIDR -> Optional.of("10.0.0.0/8");
      default -> Optional.of("harmless");
    };
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("select 1 from $EDS_ID where eventName = '{{p}}'", "1:41", "in quotes"),
        Arguments.of("select \"{{p}}\" from $EDS_ID", "1:8", "in quotes"),
        Arguments.of("select 1 from {{p}}", "1:15", "a parameter"),
        Arguments.of("select 1 {{p}} $EDS_ID", "1:10", "a parameter"),
        Arguments.of("select 1 from $EDS_ID order {{p}} eventTime", "1:29", "a parameter"),
        Arguments.of("select timestamp {{p}} from $EDS_ID", "1:18", "a parameter"),
        Arguments.of("select {{q}} from $EDS_ID", "1:8", "'q' is not declared"),
        Arguments.of("select {{p.start}} from $EDS_ID", "1:8", "time-range"),
        Arguments.of("select {{period}} from $EDS_ID", "1:8", "range of time"),
        Arguments.of("select {{p from $EDS_ID", "1:8", "begins a parameter"),
        Arguments.of("select {{p-q}} from $EDS_ID", "1:8", "begins a parameter"),
        Arguments.of("select ? from $EDS_ID", "1:8", "parameter ? is not supported"),
        Arguments.of("select 1 from $EDS_ID limit {{p}}", "1:29", "integer"),
        Arguments.of("select x.{{p}} from $EDS_ID x", "1:10", "a parameter"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedWithItsPlaceWhereNoValueCanStand(String statement, String place, String message) {
    // given
    var parameters =
        Parameters.ofDefaults(
            List.of(
                Parameter.of("p", ParameterType.TEXT),
                Parameter.of("period", ParameterType.TIME_RANGE)),
            Stores.CONTEXT.now());
    // when
    var refusal =
        catchThrowableOfType(StatementException.class, () -> translate(statement, parameters));
    // then
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.line() + ":" + refusal.column()).isEqualTo(place);
  }

  @Test
  void commentsMayNameParameters() {
    assertThat(translate("select 1 from $EDS_ID -- {{p}} and '{{q}}'", Parameters.NONE).columns())
        .hasSize(1);
  }

  private static Translation translateHostile(ParameterType type, String value) {
    var isList = type == ParameterType.LIST;
    var isRange = type == ParameterType.TIME_RANGE;
    var choices = type == ParameterType.CHOICE ? List.of(value) : List.<String>of();
    var declared =
        new Parameter(
            "p", type, null, null, false, null, choices, null, null, null, ParameterType.TEXT);
    Map<String, Object> values = Map.of("p", isList ? List.of(value) : value);
    var place = isRange ? "{{p.start}}" : "{{p}}";
    return translate(
        "select %s from $EDS_ID where eventName in ('a', 'b')".formatted(place),
        bound(values, declared));
  }

  private static String hostile(Random random) {
    var parts = new ArrayList<String>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      parts.add(NASTY.get(random.nextInt(NASTY.size())));
    }
    return String.join("", parts);
  }

  private static Parameters bound(Map<String, ?> values, Parameter... declared) {
    return Parameters.bind(List.of(declared), values, Stores.CONTEXT.now());
  }

  private static Translation translate(String statement, Parameters parameters) {
    var context =
        new TranslationContext(
            Stores.CONTEXT.tenantSchema(),
            Stores.CONTEXT.stores(),
            Stores.CONTEXT.now(),
            parameters);
    return new Translator().translate(statement, context);
  }
}
