package io.tarn.acceptance.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages that a newcomer follows, word for word, against the started product.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuidesIT {
  private static final Path DOCS = Product.root().resolve("docs/guides");
  @TempDir private Path work;

  @Test
  @Order(1)
  void theFirstFiveMinutesOfTheReadme() {
    run(Guide.section(Product.root().resolve("README.md"), "Your first query in five minutes"));
  }

  @Order(2)
  @ParameterizedTest
  @MethodSource("guides")
  void theGuide(Guide guide) {
    run(guide);
  }

  static List<Guide> guides() throws IOException {
    try (Stream<Path> pages = Files.list(DOCS)) {
      return pages
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .map(Guide::read)
          .toList();
    }
  }

  private void run(Guide guide) {
    assertThat(guide.steps()).as(guide.name()).isNotEmpty();
    Map<String, String> variables = new HashMap<>(Map.of("WORK", work.toString()));
    if (guide.needsTrails()) {
      variables.put("TRAILS", Requirement.corpus().resolve("trails").toString());
    }
    guide.steps().forEach(step -> run(step, variables));
  }

  /// Repeats a query whose answer differs, since imported events can be queried a moment later.
  private static void run(Guide.Step step, Map<String, String> variables) {
    var product = Product.running();
    if (step.expected().isEmpty()) {
      product.bash(step.script(), variables).succeeded();
      return;
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .untilAsserted(
            () -> {
              var command = product.bash(step.script(), variables);
              assertThat(command.output())
                  .as("%s%nwhich said on standard error:%n%s", step.script(), command.errors())
                  .isEqualTo(step.expected().orElseThrow());
            });
  }
}
