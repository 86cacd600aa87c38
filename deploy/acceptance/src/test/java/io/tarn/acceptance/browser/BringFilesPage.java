package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/// Where files are chosen, looked at, and sent.
final class BringFilesPage {
  private final Page page;

  BringFilesPage(Page page) {
    this.page = page;
    button("Bring files").waitFor();
  }

  BringFilesPage choose(Path file) {
    page.locator("input[type=file]").setInputFiles(file);
    return this;
  }

  BringFilesPage into(String store) {
    button("Store").click();
    page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(store)).click();
    return this;
  }

  BringFilesPage bring() {
    button("Bring files").click();
    return this;
  }

  /// What is said before anything is sent.
  Locator question() {
    return page.getByTestId("bring-question");
  }

  BringFilesPage confirm(String tenant) {
    button("Send to " + tenant).click();
    return this;
  }

  /// Received, and what it came to.
  Locator sum() {
    return page.getByTestId("upload-sum");
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
