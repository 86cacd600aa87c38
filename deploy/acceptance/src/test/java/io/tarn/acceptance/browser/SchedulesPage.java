package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The schedules of one tenant.
final class SchedulesPage {
  private final Page page;

  SchedulesPage(Page page) {
    this.page = page;
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Schedules").setLevel(1))
        .waitFor();
  }

  /// By the navigation beside any page of the tenant.
  static SchedulesPage open(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schedules").setExact(true))
        .first()
        .click();
    return new SchedulesPage(page);
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator row(String name) {
    return page.locator("table tbody tr").filter(new Locator.FilterOptions().setHas(link(name)));
  }

  SchedulePage open(String name) {
    link(name).click();
    return new SchedulePage(page, name);
  }

  /// Pauses a schedule by its menu, with a note.
  SchedulesPage pause(String name, String note) {
    button("Actions of " + name).click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Pause")).click();
    var dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Note").fill(note);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pause").setExact(true))
        .click();
    return this;
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
