package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;

/// The samples and saved queries of one tenant.
final class CataloguePage {
  private final Page page;

  CataloguePage(Page page) {
    this.page = page;
    search().waitFor();
  }

  static CataloguePage open(Page page, Product product, String tenant, String words) {
    var path = "/t/%s/queries?find=%s".formatted(tenant, People.encoded(words));
    page.navigate(product.edge().resolve(path).toString());
    return new CataloguePage(page);
  }

  /// Types words into the search as a person does, and waits until they are searched for: what is
  /// clicked before may be gone while the mouse is on its way.
  CataloguePage find(String words) {
    search().clear();
    search().pressSequentially(words);
    page.waitForURL(address -> address.contains("find="));
    return this;
  }

  /// The titles that are shown, the best first.
  Locator titles() {
    return page.locator("table tbody tr a");
  }

  Locator title(String title) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  Locator row(String title) {
    return page.locator("table tbody tr").filter(new Locator.FilterOptions().setHas(title(title)));
  }

  KeptQueryPage open(String title) {
    title(title).click();
    return new KeptQueryPage(page, title);
  }

  private Locator search() {
    return page.getByRole(
        AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Find queries by a few words"));
  }
}
