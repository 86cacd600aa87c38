package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/// The page that imports files: choice of files, dry run, and upload.
final class ImportPage {
  private final Page page;

  ImportPage(Page page) {
    this.page = page;
    button("Import files").waitFor();
  }

  ImportPage choose(Path file) {
    page.locator("input[type=file]").setInputFiles(file);
    return this;
  }

  ImportPage into(String store) {
    button("Event data store").click();
    page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(store)).click();
    return this;
  }

  ImportPage start() {
    button("Import files").click();
    return this;
  }

  /// The warnings of the dry run.
  Locator warnings() {
    return page.getByTestId("dry-run-warnings");
  }

  ImportPage confirm(String tenant) {
    button("Import into " + tenant).click();
    return this;
  }

  /// The totals of the upload.
  Locator totals() {
    return page.getByTestId("upload-totals");
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
