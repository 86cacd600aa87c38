package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// One schedule with its runs.
final class SchedulePage {
  private final Page page;
  private final String name;

  SchedulePage(Page page, String name) {
    this.page = page;
    this.name = name;
    page.getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1).setExact(true))
        .waitFor();
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  /// Runs of the schedule, the newest first.
  Locator runs() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Runs"))
        .locator("tbody tr");
  }

  ScheduleRunPage runNow() {
    button("Run now").click();
    return new ScheduleRunPage(page);
  }

  SchedulePage resume() {
    menu("Resume");
    return this;
  }

  /// Asks for the runs of a range of time that is over.
  SchedulePage backfill(String from, String to) {
    button("Backfill").click();
    var dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("From").fill(from);
    dialog.getByLabel("To", new Locator.GetByLabelOptions().setExact(true)).fill(to);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start backfill"))
        .click();
    return this;
  }

  ScheduleFormPage change() {
    menu("Change");
    return new ScheduleFormPage(page);
  }

  /// Deletes the schedule once that is confirmed.
  SchedulesPage delete() {
    menu("Delete");
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete").setExact(true))
        .click();
    return new SchedulesPage(page);
  }

  private void menu(String action) {
    button("Actions of " + name).click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action)).click();
  }

  private Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }
}
