package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The query editor of one tenant.
final class EditorPage {
  private final Page page;

  EditorPage(Page page) {
    this.page = page;
    statement().waitFor();
  }

  EditorPage write(String statement) {
    statement().fill(statement);
    return this;
  }

  /// Opens the samples and saved queries.
  CataloguePage samples() {
    page.getByText("Samples and saved").last().click();
    return new CataloguePage(page);
  }

  /// Keeps the statement as a query of one's own.
  SaveDialog save() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .click();
    return new SaveDialog(page);
  }

  /// Opens the form of a schedule that runs the statement.
  ScheduleFormPage schedule() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Schedule this")).click();
    return new ScheduleFormPage(page);
  }

  /// Exports the result in a format, into the tenant's bucket.
  ExportPage export(String format) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export this")).click();
    var dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel(format).check();
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Export").setExact(true))
        .click();
    return new ExportPage(page);
  }

  /// What is said once a query was saved.
  Locator saved() {
    return page.getByText("is saved as version");
  }

  /// Why the user may not run statements.
  Locator mayNotRun() {
    return page.getByText("may not run statements of your own");
  }

  EditorPage run() {
    statement().press("Control+Enter");
    return this;
  }

  EditorPage cancel() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel").setExact(true))
        .click();
    return this;
  }

  /// State, elapsed time and statistics of the run.
  Locator status() {
    return page.getByTestId("run-status");
  }

  /// Rows of the result.
  Locator rows() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Result"))
        .locator("tbody tr");
  }

  /// The marked location in the statement.
  Locator mark() {
    return page.locator(".cm-lintRange-error");
  }

  Locator problem() {
    return page.getByText("Line ");
  }

  Locator head() {
    return page.locator("#header");
  }

  SignInPage signOut(Pattern person) {
    head().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person)).click();
    page.getByText("Sign out").click();
    return SignInPage.shown(page);
  }

  Locator statement() {
    return page.getByLabel("Statement to run");
  }
}
