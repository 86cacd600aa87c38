package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// One kept query: description, form, result and versions.
final class KeptQueryPage {
  private final Page page;

  KeptQueryPage(Page page, String title) {
    this.page = page;
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(1))
        .waitFor();
  }

  /// The field of a parameter.
  Locator field(String parameter) {
    return page.getByLabel(parameter).first();
  }

  KeptQueryPage fill(String parameter, String value) {
    field(parameter).fill(value);
    field(parameter).press("Enter");
    return this;
  }

  KeptQueryPage run() {
    button("Run").click();
    return this;
  }

  Locator status() {
    return page.getByTestId("run-status");
  }

  /// Rows of the result.
  Locator rows() {
    return result().locator("tbody tr");
  }

  private Locator result() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Result"));
  }

  EditorPage openInEditor() {
    openInEditorButton().click();
    return new EditorPage(page);
  }

  Locator openInEditorButton() {
    return page.getByText("Open in editor");
  }

  /// Opens the form of a schedule that runs the query.
  ScheduleFormPage schedule() {
    button("Schedule this").click();
    return new ScheduleFormPage(page);
  }

  KeptQueryPage share() {
    button("Share").click();
    button("Stop sharing").waitFor();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  KeptQueryPage tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    return this;
  }

  /// Versions of the query, the newest first.
  Locator versions() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Versions"))
        .locator("tbody tr");
  }

  /// Lines that a version changed.
  Locator changesOf(int version) {
    button("Changes of version " + version).click();
    return page.getByTestId("changes");
  }
}
