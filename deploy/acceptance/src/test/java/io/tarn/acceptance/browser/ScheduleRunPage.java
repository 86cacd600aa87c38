package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// One run of a schedule.
final class ScheduleRunPage {
  private final Page page;

  ScheduleRunPage(Page page) {
    this.page = page;
    page.getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Run of ")).setLevel(1))
        .waitFor();
  }

  /// The steps of the run, the end among them.
  Locator steps() {
    return page.getByTestId("run-steps");
  }

  Locator deliveries() {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Deliveries"))
        .locator("tbody tr");
  }

  EditorPage openResult() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open result")).click();
    return new EditorPage(page);
  }

  ExportPage openFiles() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open files"))
        .first()
        .click();
    return new ExportPage(page);
  }
}
