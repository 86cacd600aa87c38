package io.tarn.sql;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A published statement over event data stores. The corpus is at `TARN_CORPUS`, else beside the
/// checkout; what stands in place of a store's name there is `$EDS_ID` here.
///
/// @param parses whether Trino's grammar has it
public record PublishedStatement(String file, String statement, boolean parses) {
  private static final Path BESIDE = Path.of("../../shared/corpus");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)\\b((?:from|join)\\s+)(<[^>]*>|\\{+[^}]*\\}+|[\\w$-]+)");

  /// All of them; a test without the corpus is skipped.
  public static List<PublishedStatement> all() throws IOException {
    return statements(corpus().resolve("queries"));
  }

  /// The folder of the corpus; a test without it is skipped.
  static Path corpus() {
    var folder = Optional.ofNullable(System.getenv("TARN_CORPUS")).map(Path::of).orElse(BESIDE);
    var queries = folder.resolve("queries");
    var isRequired =
        Arrays.asList(Optional.ofNullable(System.getenv("TARN_REQUIRE")).orElse("").split(","))
            .contains("corpus");
    if (isRequired && !Files.isDirectory(queries)) {
      fail("TARN_REQUIRE asks for the corpus, but there is none at " + folder);
    }
    assumeTrue(Files.isDirectory(queries), "no corpus at " + folder + "; set TARN_CORPUS");
    return folder;
  }

  private static List<PublishedStatement> statements(Path queries) throws IOException {
    try (var files = Files.list(queries)) {
      var statements = new ArrayList<PublishedStatement>();
      for (var file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith("lake-")) {
          statements.add(read(file));
        }
      }
      return statements;
    }
  }

  private static PublishedStatement read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var parses = lines.stream().anyMatch(l -> l.startsWith("-- parses") && l.endsWith(": yes"));
    var text = String.join("\n", lines.stream().skip(headLines(lines)).toList());
    return new PublishedStatement(file.getFileName().toString(), withoutPlaceholders(text), parses);
  }

  private static long headLines(List<String> lines) {
    return lines.stream().takeWhile(line -> line.startsWith("--")).count();
  }

  private static String withoutPlaceholders(String statement) {
    return PLACEHOLDER.matcher(statement).replaceAll("$1\\$EDS_ID");
  }
}
