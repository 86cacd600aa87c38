package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The destinations of one tenant.
final class DestinationsPage {
  private final Page page;

  private DestinationsPage(Page page) {
    this.page = page;
    page.getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Destinations").setLevel(1))
        .waitFor();
  }

  /// By the navigation beside any page of the tenant.
  static DestinationsPage open(Page page) {
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Destinations").setExact(true))
        .first()
        .click();
    return new DestinationsPage(page);
  }

  DestinationsPage testOwnBucket() {
    button("Test the tenant's bucket").click();
    return this;
  }

  /// The dialog of a new destination.
  DestinationsPage create() {
    button("Create destination").click();
    dialog().waitFor();
    return this;
  }

  DestinationsPage fill(String field, String value) {
    dialog().getByLabel(field, new Locator.GetByLabelOptions().setExact(true)).fill(value);
    return this;
  }

  DestinationsPage submit() {
    dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create destination"))
        .click();
    return this;
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
