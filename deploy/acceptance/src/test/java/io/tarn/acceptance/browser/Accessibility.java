package io.tarn.acceptance.browser;

import com.microsoft.playwright.Page;
import io.tarn.acceptance.product.Product;
import java.nio.file.Path;
import java.util.List;

/// Findings of axe-core, which the console's own build installs.
final class Accessibility {
  private static final String SERIOUS =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(" ")}: ${html}`));
      }
      """;

  private Accessibility() {}

  /// The script that a page needs before it can be checked.
  static Path checker() {
    return Product.root().resolve("web-ui/src/main/webui/node_modules/axe-core/axe.min.js");
  }

  /// What hinders people on the page as it is shown now; empty where nothing serious was found.
  static List<?> seriousFindings(Page page) {
    return (List<?>) page.evaluate(SERIOUS);
  }
}
