package io.tarn.catalog.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoEvent;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.realm.DemoTenant;
import io.tarn.sql.CorpusStores;
import io.tarn.sql.JsonValue;
import io.tarn.sql.StatementException;
import io.tarn.sql.oracle.Answer;
import io.tarn.sql.oracle.Comparison;
import io.tarn.sql.oracle.LakeDeviations;
import io.tarn.sql.oracle.Oracle;
import io.tarn.sql.oracle.Orderings;
import io.tarn.sql.parameter.Parameters;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every query of the library over the activity of the demonstration and planted events: it runs
/// with its defaults, its columns are those of the head, it finds what was planted for it and not
/// the look-alike, and it answers what Trino answers. Each prints its name, rows and time.
class LibraryQueriesTest {
  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final int BACKGROUND = 6000;
  private static final Map<StoreKind, CorpusStores> STORES = new EnumMap<>(StoreKind.class);
  private static final Map<StoreKind, List<String>> EVENTS = new EnumMap<>(StoreKind.class);
  private static final ProductLibrary LIBRARY = ProductLibrary.load();

  @BeforeAll
  static void load() throws SQLException {
    for (var kind : StoreKind.values()) {
      EVENTS.put(kind, events(kind));
      var stores = CorpusStores.create();
      STORES.put(kind, stores);
      stores.load(
          kind.storeName(),
          kind.category(),
          EVENTS.get(kind).stream().map(JsonValue::new).toList());
    }
  }

  private static List<String> events(StoreKind kind) {
    var events = new ArrayList<String>();
    if (kind == StoreKind.CLOUDTRAIL) {
      var request =
          new DemoRequest(BACKGROUND, 7, NOW.minus(Duration.ofDays(10)), NOW, DemoRequest.DAILY);
      new DemoActivity(DemoTenant.ALL.getFirst(), request)
          .events()
          .map(DemoEvent::json)
          .forEach(events::add);
    }
    for (var query : LIBRARY.queries()) {
      if (kind(query) == kind) {
        var planted = PlantedEvents.of(query, NOW);
        events.addAll(planted.found());
        events.addAll(planted.lookalike());
      }
    }
    return events;
  }

  @AfterAll
  static void close() throws SQLException {
    for (var stores : STORES.values()) {
      stores.close();
    }
    STORES.clear();
    EVENTS.clear();
  }

  private static StoreKind kind(LibraryQuery query) {
    return StoreKind.of(query.file().head().category());
  }

  @TestFactory
  Stream<DynamicTest> findsWhatWasPlantedAndNotTheLookalike() {
    return LIBRARY.queries().stream()
        .map(query -> DynamicTest.dynamicTest(query.name(), () -> check(query)));
  }

  private static void check(LibraryQuery query) throws SQLException {
    // given
    var planted = PlantedEvents.of(query, NOW);
    assertThat(planted.found()).as("planted events").isNotEmpty();
    assertThat(planted.lookalike()).as("look-alikes").isNotEmpty();
    // when
    long start = System.nanoTime();
    var answer = answer(query);
    print(query, answer, System.nanoTime() - start);
    // then
    assertThat(answer.columns().stream().map(Answer.Column::name))
        .isEqualTo(query.file().head().columns().stream().map(QueryHead.Column::name).toList());
    assertThat(answer.rows())
        .as("rows of the planted events")
        .anyMatch(r -> planted.isShown("found", r));
    assertThat(answer.rows())
        .as("rows of the look-alike")
        .noneMatch(r -> planted.isShown("lookalike", r));
  }

  private static Answer.Rows answer(LibraryQuery query) throws SQLException {
    var statement = query.file().statement();
    try {
      return stores(query).answer(statement, parameters(query), NOW);
    } catch (StatementException refusal) {
      return fail(refusal.location() + ": " + refusal.getMessage(), refusal);
    }
  }

  private static CorpusStores stores(LibraryQuery query) {
    return STORES.get(kind(query));
  }

  private static Parameters parameters(LibraryQuery query) {
    var values = PlantedEvents.of(query, NOW).values();
    return Parameters.bind(query.file().head().parameters(), values, NOW);
  }

  @Test
  void runsEachQueryWithItsDefaults() throws SQLException {
    for (var query : LIBRARY.queries()) {
      var parameters = Parameters.ofDefaults(query.file().head().parameters(), NOW);
      assertThat(stores(query).answer(query.file().statement(), parameters, NOW).columns())
          .as(query.name())
          .isNotEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> answersWhatTrinoAnswers() {
    // given
    var oracle = Oracle.running();
    for (var kind : StoreKind.values()) {
      int rows = oracle.load(kind.oracleName(), kind.table(), EVENTS.getOrDefault(kind, List.of()));
      assertThat(rows).isEqualTo(EVENTS.getOrDefault(kind, List.of()).size());
    }
    return LIBRARY.queries().stream()
        .map(query -> DynamicTest.dynamicTest(query.name(), () -> compare(query, oracle)));
  }

  private static void compare(LibraryQuery query, Oracle oracle) throws SQLException {
    var table = "events.lake." + kind(query).table();
    var tables = Map.of("$EDS_ID", table, kind(query).storeName(), table);
    var statement =
        LakeDeviations.toTrino(
            LiteralValues.write(query.file().statement(), parameters(query)), tables);
    var expected = oracle.answer(statement);
    assertThat(expected).as(statement).isInstanceOf(Answer.Rows.class);
    var comparison =
        Comparison.of(
            expected, answer(query), Orderings.of(statement, ((Answer.Rows) expected).columns()));
    assertThat(comparison.difference()).isEmpty();
    assertThat(comparison.rows()).isPositive();
  }

  @SuppressWarnings("SystemOut") // the table is for who reads the build's log
  private static void print(LibraryQuery query, Answer.Rows answer, long nanos) {
    System.out.printf(
        "%-45s %6d rows %6d ms%n", query.name(), answer.rows().size(), nanos / 1_000_000);
  }
}
