package io.tarn.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/// What the browser downloads itself.
final class Downloads {
  private Downloads() {}

  /// Follows a link, and saves what it gives into a file.
  static Path save(Page page, String link, Path file) {
    var byName = new Page.GetByRoleOptions().setName(link).setExact(true);
    var download = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, byName).click());
    download.saveAs(file);
    return file;
  }
}
