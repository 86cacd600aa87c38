package io.tarn.catalog.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductLibraryTest {
  private static final Path FOLDER = Path.of("src/main/resources/library");
  private static final Path PHRASES = Path.of("src/test/resources/library/phrases.tsv");
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\\{\\{[^}]*\\}\\}|\\b\\d+(?:\\.\\d+)?(?:e\\d+)?\\b|\\w+|[^\\s\\w]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSTANT =
      Pattern.compile("'.*'|\\{\\{.*\\}\\}|\\d.*", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)(?:\\.(?:start|end))?\\}\\}");

  private static final ProductLibrary LIBRARY = ProductLibrary.load();

  @Test
  void namesAllFilesInItsIndex() throws IOException {
    // when
    try (var files = Files.walk(FOLDER)) {
      var paths =
          files
              .filter(path -> path.toString().endsWith(".sql"))
              .map(path -> FOLDER.relativize(path).toString())
              .sorted()
              .toList();
      // then
      assertThat(Files.readAllLines(FOLDER.resolve("index.txt"))).isEqualTo(paths);
    }
  }

  @Test
  void hasManyQueriesInAllCategories() {
    assertThat(LIBRARY.queries()).hasSizeGreaterThanOrEqualTo(90);
    assertThat(LIBRARY.queries().stream().map(query -> query.file().head().category()).distinct())
        .hasSize(23);
  }

  @Test
  void hasEachTitleOnce() {
    assertThat(LIBRARY.queries().stream().map(query -> query.file().head().title()))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasFilesInTheFormOfTheWriter() throws IOException {
    for (var query : LIBRARY.queries()) {
      var path = FOLDER.resolve(query.file().head().category()).resolve(query.name() + ".sql");
      if (Boolean.getBoolean("tarn.library.update")) {
        Files.writeString(path, QueryFileWriter.write(query.file()));
      }
      assertThat(QueryFileWriter.write(query.file()))
          .as(query.name())
          .isEqualTo(Files.readString(path));
    }
  }

  @Test
  void hasNoStatementTwiceButForConstants() {
    var known = new HashMap<List<String>, String>();
    for (var query : LIBRARY.queries()) {
      var same = known.putIfAbsent(shape(query.file().statement()), query.name());
      assertThat(same).as(query.name()).isNull();
    }
  }

  /// The tokens with `?` in place of each constant and of each list of constants.
  private static List<String> shape(String statement) {
    var tokens = TOKEN.matcher(statement).results().map(match -> match.group()).toList();
    var shape =
        tokens.stream()
            .map(token -> CONSTANT.matcher(token).matches() ? "?" : token.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "))
            .replaceAll("\\?( , \\?)+", "?");
    return List.of(shape.split(" "));
  }

  @Test
  void usesEachParameterThatItDeclares() {
    for (var query : LIBRARY.queries()) {
      var used = new HashSet<String>();
      PLACE.matcher(query.file().statement()).results().forEach(match -> used.add(match.group(1)));
      assertThat(query.file().head().parameters().stream().map(Parameter::name))
          .as(query.name())
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void boundsTheTimeOfEachQuery() {
    for (var query : LIBRARY.queries()) {
      var kind = StoreKind.of(query.file().head().category());
      var store =
          new EventDataStore(new UUID(0, 1), kind.storeName(), "arn", kind.category(), true);
      var parameters = Parameters.ofDefaults(query.file().head().parameters(), Instant.EPOCH);
      var context = new TranslationContext("tenant", List.of(store), Instant.EPOCH, parameters);
      var range = new Translator().translate(query.file().statement(), context).timeRange();
      assertThat(range.from()).as(query.name()).isPresent();
    }
  }

  @Test
  void hasPhrasesOfPeopleForEachCategory() throws IOException {
    // when
    var lines = Files.readAllLines(PHRASES);
    var phrases = lines.stream().filter(line -> !line.startsWith("#")).toList();
    // then
    assertThat(phrases).hasSize(120).doesNotHaveDuplicates();
    var categories = new HashSet<String>();
    for (var line : phrases) {
      var parts = line.split("\t");
      assertThat(parts).as(line).hasSize(2);
      var query = LIBRARY.find(parts[1]).orElseGet(() -> fail("no query " + parts[1]));
      assertThat(query.file().head().title()).isNotEqualToIgnoringCase(parts[0]);
      categories.add(query.file().head().category());
    }
    assertThat(categories).hasSize(23);
  }
}
