package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.tarn.sql.parse.Faults;
import io.tarn.sql.parse.StatementParser;
import io.tarn.sql.parse.StatementSize;
import io.tarn.sql.tree.TreePrinter;
import io.tarn.sql.type.Type;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a short text grows to has bounds.
class StatementSizeTest {
  private static final Translator TRANSLATOR = new Translator();

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// More entries in one of its lists are refused by the database.
  private static final int DATABASE_ENTRIES = 1664;

  /// Statements as long as may be, each of which repeats one part as often as it can.
  static Stream<String> longest() {
    return Stream.of(
        filled("SELECT ", "*", " FROM $EDS_ID"),
        filled("SELECT ", "e.*", " FROM $EDS_ID e"),
        filled("SELECT ", "userIdentity", " FROM $EDS_ID"),
        filled("SELECT DISTINCT ", "userIdentity", " FROM $EDS_ID"),
        filled("SELECT ", "requestParameters", " FROM $EDS_ID"),
        filled("SELECT DISTINCT ", "requestParameters", " FROM $EDS_ID"),
        filled("SELECT ", "tags", " FROM 5b1d9a70-2f4e-4a83-8c19-7e6f5d4c3b2a"),
        filled("SELECT ", "1", ""),
        filled("SELECT ", "'x'", ""),
        filled("SELECT count(*) FROM $EDS_ID GROUP BY ", "'%d'", ""),
        filled("SELECT requestParameters FROM $EDS_ID GROUP BY ", "requestParameters, %d.5", ""),
        filled("SELECT 1 FROM $EDS_ID ORDER BY ", "'%d'", ""),
        filled("SELECT eventName FROM $EDS_ID ORDER BY ", "1", ""),
        filled("SELECT ", "count('%d')", " FROM $EDS_ID"),
        filled("SELECT userIdentity u FROM $EDS_ID ORDER BY ", "u=1", ""),
        filled("SELECT userIdentity u FROM $EDS_ID ORDER BY element_at(", "u", ")"),
        filled("SELECT 1 FROM $EDS_ID WHERE userIdentity IN (", "null", ")"),
        filled("SELECT 1 FROM $EDS_ID WHERE eventID IN (", "''", ")"),
        filled("SELECT 1 FROM $EDS_ID WHERE ", "userIdentity IS NOT DISTINCT FROM null OR 1=", "1"),
        multiplied("1 IN (", "1", ")"),
        multiplied("max(eventID IN (", "'a'", "))"),
        filled("SELECT 1 FROM ", "$EDS_ID", ""),
        filled("SELECT ", "$EDS_ID", " FROM $EDS_ID"),
        filled("SELECT ", "z", " FROM $EDS_ID"));
  }

  /// Half of the text is an output, the other half names it as often as it can.
  private static String multiplied(String begin, String part, String end) {
    var half = begin + repeated(part, 4_900 - begin.length()) + end;
    return "SELECT " + half + " m FROM $EDS_ID ORDER BY " + repeated("m AND m", 4_900);
  }

  private static String filled(String begin, String part, String end) {
    return begin
        + repeated(part, StatementParser.MAX_LENGTH - begin.length() - end.length() - 10)
        + end;
  }

  private static String repeated(String part, int length) {
    var longest = part.replace("%d", "1000").length() + 1;
    return IntStream.range(0, Math.max(1, length / longest))
        .mapToObj(i -> part.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("longest")
  void growsToNoMoreThanTheDatabaseAndAnAnswerTake(String statement) {
    // given
    warmUp();
    var begin = System.nanoTime();
    // when
    var refusal =
        catchThrowableOfType(
            StatementException.class,
            () -> refuseWhatIsTooLarge(TRANSLATOR.translateToRun(statement, Stores.CONTEXT)));
    var faults = TRANSLATOR.faults(statement, Stores.CONTEXT);
    var time = Duration.ofNanos(System.nanoTime() - begin);
    // then
    assertThat(time).isLessThan(Duration.ofSeconds(2));
    assertThat(faults).hasSizeLessThanOrEqualTo(Faults.MOST);
    var told = faults.stream().map(StatementException::getMessage).mapToLong(String::length).sum();
    assertThat(told).isLessThan(300_000);
    if (refusal != null) {
      assertThat(refusal.line()).isOne();
      assertThat(refusal.getMessage()).hasSizeLessThan(2_100);
    }
  }

  private static void refuseWhatIsTooLarge(Translation translation) {
    assertThat(translation.columns()).hasSizeLessThanOrEqualTo(StatementSize.MAX_COLUMNS);
    var types =
        translation.columns().stream()
            .map(column -> column.type().display())
            .mapToLong(String::length)
            .sum();
    assertThat(types).isLessThan(500_000);
    assertThat(translation.sql()).hasSizeLessThan(2_000_001);
    assertThat(translation.parameters()).hasSizeLessThan(32_001);
    assertThat(TreePrinter.print(translation.tree())).hasSizeLessThan(2_000_000);
    assertThat(Stream.of(translation.sql().split(" AS \"")).count())
        .isLessThan(2 * DATABASE_ENTRIES);
  }

  private static void warmUp() {
    TRANSLATOR.translate("SELECT * FROM $EDS_ID", Stores.CONTEXT);
  }

  @Test
  void refusesTooManyColumnsAtTheirPlaceBeforeTheyAreWrittenOut() {
    // given
    var statement = "SELECT " + "*,".repeat(4_900) + "* FROM $EDS_ID";
    warmUp();
    TRANSLATOR.faults(statement, Stores.CONTEXT);
    var begin = System.nanoTime();
    var allocated = THREADS.getCurrentThreadAllocatedBytes();
    // when
    var faults = TRANSLATOR.faults(statement, Stores.CONTEXT);
    // then
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(50_000_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst())
        .isInstanceOf(StatementException.TooLarge.class)
        .hasMessage("a statement has at most 1000 columns in the result");
    var shown = Stores.MAIN.schema().columns().stream().filter(c -> !c.hidden()).count();
    assertThat(faults.getFirst().line()).isOne();
    assertThat(faults.getFirst().column()).isEqualTo(8 + 2 * (int) (1000 / shown));
  }

  @Test
  void takesAThousandColumnsAndRefusesOneMore() {
    assertThat(TRANSLATOR.translate("SELECT 1" + ",1".repeat(999), Stores.CONTEXT).columns())
        .hasSize(1000);
    assertThat(TRANSLATOR.faults("SELECT 1" + ",1".repeat(1000), Stores.CONTEXT))
        .singleElement()
        .satisfies(fault -> assertThat(fault.column()).isEqualTo(8 + 2 * 1000));
  }

  @Test
  void countsTheFieldsOfStructs() {
    var type =
        new Type.Row(
            List.of(
                new Type.Field("a", Type.VARCHAR),
                new Type.Field("b", new Type.Array(new Type.MapOf(Type.VARCHAR, Type.VARCHAR)))));
    assertThat(StatementSize.partsOf(type)).isEqualTo(4);
  }

  @Test
  void refusesTheCharacterZeroWhereverItStands() {
    for (var statement :
        List.of(
            "SELECT 1 AS \"a\0b\"", "SELECT 'a\0b'", "SELECT 1 -- \0", "SELECT \"a\0\".x FROM y")) {
      assertThat(TRANSLATOR.faults(statement, Stores.CONTEXT))
          .singleElement()
          .satisfies(fault -> assertThat(fault.column()).isEqualTo(statement.indexOf('\0') + 1));
    }
  }
}
