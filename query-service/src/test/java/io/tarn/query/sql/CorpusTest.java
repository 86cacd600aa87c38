package io.tarn.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The published statements over event data stores: each is translated, or refused with a place and
/// the name of a construct. The corpus is at `TARN_CORPUS`, else beside the checkout.
class CorpusTest {
  private static final Path BESIDE = Path.of("../../shared/corpus");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)\\b(from\\s+)(<[^>]*>|\\{+[^}]*\\}+|[\\w$-]+)");

  record Published(String file, String statement, boolean parses) {}

  @Test
  void translatesOrRefusesEachPublishedStatement() throws IOException {
    // given
    var statements = statements(corpus());
    // when
    Map<String, Integer> outcomes = new TreeMap<>();
    var surprises = new ArrayList<String>();
    for (var published : statements) {
      outcomes.merge(outcome(published, surprises), 1, Integer::sum);
    }
    // then
    print(statements.size(), outcomes);
    assertThat(surprises).isEmpty();
    assertThat(outcomes.getOrDefault("translated", 0)).isGreaterThan(40);
  }

  private static String outcome(Published published, List<String> surprises) {
    try {
      new Translator().translate(published.statement(), Stores.CONTEXT);
      return "translated";
    } catch (StatementException.Syntax refusal) {
      if (published.parses()) {
        surprises.add(published.file() + ": " + refusal.getMessage());
      }
      return "does not parse";
    } catch (StatementException refusal) {
      if (refusal.construct().isBlank() || refusal.line() < 1 || refusal.column() < 1) {
        surprises.add(published.file() + ": refused without a place or name");
      }
      return refusal.getClass().getSimpleName() + " " + refusal.construct();
    } catch (RuntimeException unexpected) {
      surprises.add(published.file() + ": " + unexpected);
      return "unexpected";
    }
  }

  @SuppressWarnings("SystemOut") // the coverage is for who reads the build's log
  private static void print(int statements, Map<String, Integer> outcomes) {
    System.out.println("corpus: " + statements + " statements of dialect lake " + outcomes);
  }

  private static Path corpus() {
    var folder = Optional.ofNullable(System.getenv("TARN_CORPUS")).map(Path::of).orElse(BESIDE);
    var queries = folder.resolve("queries");
    var isRequired =
        Arrays.asList(Optional.ofNullable(System.getenv("TARN_REQUIRE")).orElse("").split(","))
            .contains("corpus");
    if (isRequired && !Files.isDirectory(queries)) {
      fail("TARN_REQUIRE asks for the corpus, but there is none at " + folder);
    }
    assumeTrue(Files.isDirectory(queries), "no corpus at " + folder + "; set TARN_CORPUS");
    return queries;
  }

  private static List<Published> statements(Path queries) throws IOException {
    try (var files = Files.list(queries)) {
      var statements = new ArrayList<Published>();
      for (var file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith("lake-")) {
          statements.add(read(file));
        }
      }
      return statements;
    }
  }

  private static Published read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var parses = lines.stream().anyMatch(l -> l.startsWith("-- parses") && l.endsWith(": yes"));
    var text = String.join("\n", lines.stream().skip(headLines(lines)).toList());
    return new Published(file.getFileName().toString(), withoutPlaceholders(text), parses);
  }

  private static long headLines(List<String> lines) {
    return lines.stream().takeWhile(line -> line.startsWith("--")).count();
  }

  private static String withoutPlaceholders(String statement) {
    return PLACEHOLDER.matcher(statement).replaceAll("$1\\$EDS_ID");
  }
}
