package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The patterns of the published statements, those of other engines with Trino's SQL included.
class PublishedPatternsTest {
  private static final Path BESIDE = Path.of("../../shared/corpus");
  private static final String TEXT = "'((?:[^']|'')*)'";

  @Test
  void acceptsTheRegularExpressions() throws IOException {
    assertThat(found("regexp_\\w+\\s*\\([\\w.]+\\s*,\\s*" + TEXT))
        .isNotEmpty()
        .allSatisfy(pattern -> RegexPattern.translate(pattern, Use.REPLACE));
  }

  @Test
  void acceptsThePathsOfJson() throws IOException {
    assertThat(found("json_extract(?:_scalar)?\\s*\\([^']*(?:'[^'$]*'[^']*)?'(\\$[^']*)'"))
        .hasSizeGreaterThan(10)
        .contains("$.eventData.configuration.AWS:ComplianceItem.Content.Patch")
        .allSatisfy(JsonPath::parse);
  }

  @Test
  void acceptsThePatternsOfLike() throws IOException {
    assertThat(found("\\slike\\s+" + TEXT))
        .hasSizeGreaterThan(10)
        .allSatisfy(pattern -> LikePattern.parse(pattern, Optional.empty()));
  }

  private static List<String> found(String expression) throws IOException {
    var pattern = Pattern.compile("(?i)" + expression);
    try (var files = Files.list(corpus())) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .flatMap(file -> pattern.matcher(text(file)).results())
          .map(match -> match.group(1).replace("''", "'"))
          .toList();
    }
  }

  private static Path corpus() {
    var folder = Optional.ofNullable(System.getenv("TARN_CORPUS")).map(Path::of).orElse(BESIDE);
    var queries = folder.resolve("queries");
    assumeTrue(Files.isDirectory(queries), "no corpus at " + folder + "; set TARN_CORPUS");
    return queries;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
