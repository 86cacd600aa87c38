package io.tarn.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
  private static final Path ROOT = Product.root();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern DECISION = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final List<String> PARTS_OF_A_DECISION =
      List.of(
          "Status:", "Date:", "## Context", "## Decision", "## Consequences", "## Alternatives");

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    assertThat(links(page)).allSatisfy(link -> assertThat(page.getParent().resolve(link)).exists());
  }

  @Test
  void everyDecisionHasANumberOfItsOwn() {
    assertThat(decisions().map(page -> number(page.getFileName().toString())))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDecisionHasAllItsParts() {
    assertThat(decisions())
        .allSatisfy(page -> assertThat(text(page)).contains(PARTS_OF_A_DECISION));
  }

  static Stream<Path> pages() {
    return Stream.of(files(ROOT, 1), files(ROOT.resolve("docs"), 5), modules())
        .flatMap(paths -> paths)
        .filter(path -> path.toString().endsWith(".md"))
        .distinct();
  }

  private static Stream<Path> modules() {
    return files(ROOT, 2).filter(path -> path.endsWith("README.md"));
  }

  private static Stream<Path> decisions() {
    return files(ROOT.resolve("docs/adr"), 1).filter(path -> path.toString().endsWith(".md"));
  }

  private static String number(String name) {
    var decision = DECISION.matcher(name);
    assertThat(decision.matches()).as(name).isTrue();
    return decision.group(1);
  }

  private static Stream<String> links(Path page) {
    return LINK.matcher(text(page))
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("mailto:"));
  }

  private static Stream<Path> files(Path folder, int depth) {
    try (var paths = Files.find(folder, depth, (path, attributes) -> attributes.isRegularFile())) {
      return paths.toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
