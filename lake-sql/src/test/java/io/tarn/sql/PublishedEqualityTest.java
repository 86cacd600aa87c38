package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.schema.EventCategory;
import io.tarn.sql.oracle.LakeDeviations;
import io.tarn.sql.oracle.MovedLiterals;
import io.tarn.sql.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Each published statement over event data stores gives what Trino gives, over all events of the
/// corpus, or both refuse it. [MovedStatement] says how statements are changed to find events; both
/// sides get the same text.
///
/// The verdicts are kept in `published-verdicts.txt`: the file of the statement, the verdict, and
/// the rows compared, or Trino's error and the construct that we name. Nothing was compared where
/// there are `0 rows`. With `-Dtarn.published.update=true` they are written instead of compared;
/// look at the difference before committing it.
///
/// No published statement reads Insights events or evidence, hence they have no store here.
class PublishedEqualityTest {
  private static final Path VERDICTS = Path.of("src/test/resources/published-verdicts.txt");
  private static final int LEAST_WITH_ROWS = 60;
  private static final String HEAD =
      """
      # The published statements over event data stores, here and in Trino; kept by
      # PublishedEqualityTest. Each was moved to where the corpus has events, by one rule:
      #
      # 1. A store is the one whose columns the query reads.
      # 2. Times that eventTime has to be above are of 2014, those it has to be below of 2028.
      # 3. Days counted back from now() are 36500.
      # 4. LIMIT without ORDER BY has all rows.
      # 5. A column `map` is requestParameters.
      # 6. Texts that leave no event are the most frequent ones that leave some.
      #
      # file | verdict | rows compared, or Trino's error and our construct
      """;
  private static final Map<String, String> TABLES =
      Map.of(
          "main", "events.lake.published_main",
          "config", "events.lake.published_config",
          "activity", "events.lake.published_activity");

  @Test
  void givesWhatTrinoGives() throws IOException, SQLException {
    // given
    var statements = PublishedStatement.all();
    var oracle = Oracle.running();
    // when
    var verdicts = new ArrayList<PublishedVerdict>();
    try (var stores = CorpusStores.create()) {
      load(stores, oracle);
      for (var published : statements) {
        verdicts.add(verdict(published, stores, oracle));
      }
    }
    // then
    print(verdicts);
    assertThat(lines(verdicts)).isEqualTo(expectedLines(verdicts));
    assertThat(verdicts.stream().filter(PublishedVerdict::hasRows))
        .hasSizeGreaterThanOrEqualTo(LEAST_WITH_ROWS);
  }

  private static void load(CorpusStores stores, Oracle oracle) throws SQLException {
    load(stores, oracle, "main", "cloudtrail", EventCategory.CLOUDTRAIL);
    load(stores, oracle, "config", "configuration", EventCategory.CONFIGURATION_ITEM);
    load(stores, oracle, "activity", "activity", EventCategory.ACTIVITY_AUDIT_LOG);
  }

  private static void load(
      CorpusStores stores, Oracle oracle, String store, String kind, EventCategory category)
      throws SQLException {
    var events = CorpusEvents.of(category);
    stores.load(store, category, events);
    var table = TABLES.getOrDefault(store, "").replace("events.lake.", "");
    int rows = oracle.load(kind, table, events.stream().map(JsonValue::json).toList());
    assertThat(rows).isPositive().isEqualTo(events.size());
  }

  private static PublishedVerdict verdict(
      PublishedStatement published, CorpusStores stores, Oracle oracle) {
    var literals = new MovedLiterals(TABLES, oracle::answer);
    var statement = new MovedStatement(published.statement(), literals).text();
    var trinos = LakeDeviations.toTrino(statement, TABLES);
    return PublishedVerdict.of(published.file(), statement, trinos, oracle.answer(trinos), stores);
  }

  private static List<String> lines(List<PublishedVerdict> verdicts) {
    return verdicts.stream().map(PublishedVerdict::line).toList();
  }

  private static List<String> expectedLines(List<PublishedVerdict> verdicts) throws IOException {
    if (Boolean.getBoolean("tarn.published.update")) {
      Files.writeString(VERDICTS, HEAD + String.join("\n", lines(verdicts)) + "\n");
    }
    return Files.readAllLines(VERDICTS).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @SuppressWarnings("SystemOut") // the differences are for who reads the build's log
  private static void print(List<PublishedVerdict> verdicts) {
    var counts = new TreeMap<String, Integer>();
    for (var verdict : verdicts) {
      counts.merge(verdict.kind(), 1, Integer::sum);
      if (!verdict.difference().isEmpty()) {
        System.out.println(verdict.line() + "\n  " + verdict.difference());
      }
    }
    System.out.println("published: " + counts);
  }
}
