package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The list of a tenant's uploads.
final class UploadsPage {
  private final Page page;

  private UploadsPage(Page page) {
    this.page = page;
  }

  /// By the navigation beside any page of the tenant.
  static UploadsPage open(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Uploads").setExact(true))
        .first()
        .click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Uploads")).waitFor();
    return new UploadsPage(page);
  }

  /// The row of the upload whose source contains these words.
  Locator row(String source) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(source));
  }

  Locator rows() {
    return page.locator("table tbody tr");
  }

  Locator importButton() {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import files"));
  }

  ImportPage importFiles() {
    importButton().click();
    return new ImportPage(page);
  }
}
