package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tarn.acceptance.product.Product;
import java.util.regex.Pattern;

/// The pages of a tenant's chargeback: months, statements, meters, allocation and rates.
final class ChargebackPage {
  private final Page page;

  private ChargebackPage(Page page, String heading) {
    this.page = page;
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setLevel(1))
        .waitFor();
  }

  /// By the navigation beside any page of the tenant.
  static ChargebackPage open(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chargeback").setExact(true))
        .first()
        .click();
    return new ChargebackPage(page, "Chargeback");
  }

  /// A page of chargeback by its address.
  static ChargebackPage open(Page page, String tenant, String rest, String heading) {
    var address = "/t/%s/chargeback/%s".formatted(tenant, rest);
    page.navigate(Product.running().edge().resolve(address).toString());
    return new ChargebackPage(page, heading);
  }

  /// Follows a link of the page to another one.
  ChargebackPage follow(String link, String heading) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .last()
        .click();
    return new ChargebackPage(page, heading);
  }

  /// Reads the events behind a line of the statement.
  ChargebackPage events(String line) {
    page.locator("a[href$='/lines/" + line + "']").click();
    return new ChargebackPage(page, "Events");
  }

  /// Waits until the page has led to another one.
  ChargebackPage arrive(String heading) {
    return new ChargebackPage(page, heading);
  }

  /// Opens a row that is closed.
  ChargebackPage unfold(String row) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(row).setExact(true).setExpanded(false))
        .click();
    return this;
  }

  /// Fills in the last field of that name, which is that of the row opened last.
  ChargebackPage fill(String field, String value) {
    page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).last().fill(value);
    return this;
  }

  /// Chooses an option of the last field of that name.
  ChargebackPage choose(String field, String option) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^" + field + "\\b")))
        .last()
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
    return this;
  }

  ChargebackPage click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .last()
        .click();
    return this;
  }

  Locator text(String words) {
    return page.getByText(words).first();
  }

  /// A table by its name.
  Locator table(String name) {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(name));
  }
}
