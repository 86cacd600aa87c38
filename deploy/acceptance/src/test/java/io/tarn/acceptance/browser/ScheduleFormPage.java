package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The form of a schedule.
final class ScheduleFormPage {
  private final Page page;

  ScheduleFormPage(Page page) {
    this.page = page;
    button("Save schedule").waitFor();
  }

  ScheduleFormPage fill(String field, String value) {
    page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(value);
    return this;
  }

  /// Chooses an option of a field by its words.
  ScheduleFormPage choose(String field, String option) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^" + field + " ")))
        .last()
        .click();
    option(option).click();
    return this;
  }

  ScheduleFormPage chooseTimeZone(String zone) {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Time zone ")))
        .click();
    page.getByLabel("Find a time zone").first().fill(zone);
    option(zone).click();
    return this;
  }

  ScheduleFormPage tick(String words) {
    page.getByText(words).click();
    return this;
  }

  ScheduleFormPage addDelivery() {
    button("Add delivery").click();
    return this;
  }

  /// The next times of the spec, as they are shown before anything is saved.
  Locator nextTimes() {
    return page.getByTestId("next-times").getByRole(AriaRole.LISTITEM);
  }

  Locator statement() {
    return page.getByLabel("Statement to run");
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  /// Asks to save; the form stays where something is refused.
  ScheduleFormPage submit() {
    button("Save schedule").click();
    return this;
  }

  SchedulePage save(String name) {
    submit();
    return new SchedulePage(page, name);
  }

  private Locator option(String name) {
    return page.getByRole(
        AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
