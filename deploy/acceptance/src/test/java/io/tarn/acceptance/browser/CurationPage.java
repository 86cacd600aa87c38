package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The service provider's queries for customers, and what waits for review.
final class CurationPage {
  private final Page page;

  CurationPage(Page page) {
    this.page = page;
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Queries for customers"))
        .first()
        .waitFor();
  }

  CurationPage publish(String title) {
    button("Publish: " + title).click();
    return this;
  }

  /// A publication that waits for a second person.
  Locator waiting(String title) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(3));
  }

  /// The button below; the oldest publication stands first.
  Locator approve() {
    return button("Approve").last();
  }

  Locator reviewed() {
    return page.getByText("Description and statement").last();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
