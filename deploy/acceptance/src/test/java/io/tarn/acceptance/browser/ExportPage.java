package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// One export with its files.
final class ExportPage {
  private final Page page;

  ExportPage(Page page) {
    this.page = page;
    page.getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Export of ")).setLevel(1))
        .waitFor();
  }

  Locator status() {
    return page.getByTestId("export-status");
  }

  Locator files() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Files"))
        .locator("tbody tr");
  }

  /// Downloads what a link gives, into a file.
  Path download(String link, Path file) {
    return Downloads.save(page, link, file);
  }
}
