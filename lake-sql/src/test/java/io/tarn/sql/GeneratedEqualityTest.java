package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.generated.StatementGenerator;
import io.tarn.sql.generated.SyntheticEvents;
import io.tarn.sql.oracle.Oracle;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Generated statements give exactly what Trino gives. `tarn bench sql-equality` tries others.
class GeneratedEqualityTest {
  private static final long SEED = Long.getLong("tarn.equality.seed", 20_240_501);
  private static final int STATEMENTS = Integer.getInteger("tarn.equality.statements", 1000);
  private static final int EVENTS = 200;

  /// What may be refused though Trino answers it.
  private static final Pattern REFUSED =
      Pattern.compile(
          "Unsupported: (function \\w+ with (this pattern|a computed \\w+)"
              + "|\\w+ of this form in a window|\\w+ with a computed number"
              + "|ORDER BY in the arguments of a window function) is not supported.*");

  @Test
  void answersAsTrino() throws SQLException {
    // given
    var oracle = Oracle.running();
    var events = SyntheticEvents.json(EVENTS);
    oracle.load("cloudtrail", "main", events);
    var equality = new Equality(LakeTable.of(events), oracle);
    var generator = new StatementGenerator(SEED);
    // when
    while (equality.statements() < STATEMENTS) {
      equality.compare(generator.next()).forEach(GeneratedEqualityTest::print);
    }
    // then
    print(equality);
    assertThat(equality.differences()).isEmpty();
    assertThat(equality.refusals().keySet()).allMatch(REFUSED.asMatchPredicate());
    assertThat(equality.withRows()).isGreaterThan(equality.statements() / 2);
  }

  @Test
  void hasTheSameEventsOnBothSides() throws SQLException {
    // given
    var oracle = Oracle.running();
    var events = SyntheticEvents.json(EVENTS);
    oracle.load("cloudtrail", "main", events);
    var equality = new Equality(LakeTable.of(events), oracle);
    // when
    equality.compare(StatementGenerator.everything());
    // then
    assertThat(equality.differences()).isEmpty();
    assertThat(equality.withRows()).isEqualTo(equality.statements());
  }

  @Test
  void makesTheSameStatementsOfASeed() {
    // given
    var one = new StatementGenerator(SEED);
    var other = new StatementGenerator(SEED);
    // when
    var statements = List.of(text(one), text(other));
    // then
    assertThat(statements.getFirst()).isEqualTo(statements.getLast());
  }

  private static List<String> text(StatementGenerator generator) {
    return Stream.generate(() -> generator.next().whole().sql()).limit(50).toList();
  }

  @SuppressWarnings("SystemOut") // as soon as it is found
  private static void print(String difference) {
    System.out.println(difference);
  }

  @SuppressWarnings("SystemOut") // the counts are for who reads the build's log
  private static void print(Equality equality) {
    System.out.println("generated, seed " + SEED + ": " + equality.summary());
    equality
        .refusals()
        .forEach((construct, texts) -> System.out.println(construct + "\n" + texts.getFirst()));
  }
}
