package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How an administrator says how changes are judged and told, and how an adapter is read.
class LedgerSettingsJourneyIT {
  private static final String TENANT = "globex";
  private static final String PATH = "/v1/tenants/" + TENANT;

  private final Product product = Product.running();
  private final People people = new People(product);
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void settingsOfTheLedgerAreChangedByAForm() {
    try (var chromium = signedIn("/t/" + TENANT + "/changes")) {
      var page = chromium.page();
      page.getByRole(AriaRole.LINK, named("Settings")).click();
      heading(page, "Settings");
      PageLook.check(chromium, "change-settings");

      // what is refused is told at its field
      page.getByLabel("Clock skew: Amount").fill("6");
      choose(page, "Clock skew: Unit", "minutes");
      page.getByRole(AriaRole.BUTTON, named("Save settings")).click();
      assertThat(page.getByText("must be between PT0S and PT5M").first()).isVisible();
      PageLook.check(chromium, "change-settings-refused");

      // and what is right is kept
      page.getByLabel("Clock skew: Amount").fill("2");
      page.getByLabel("Break-glass principals").fill("role=BreakGlass" + mark);
      page.getByRole(AriaRole.BUTTON, named("Save settings")).click();
      assertThat(page.getByText("The settings are saved.").first()).isVisible();
      PageLook.check(chromium, "change-settings-saved");
      assertThat(chromium.complaints()).isEmpty();
    }
    var kept = admin().get(PATH + "/change-settings").with(200).json();
    assertThat(Duration.parse(kept.path("clockSkew").asText())).isEqualTo(Duration.ofMinutes(2));
    assertThat(kept.at("/breakGlass/0/pattern").asText()).isEqualTo("BreakGlass" + mark);
  }

  @Test
  void anAdapterIsChangedAndKeepsWhatItWasNotAskedFor() {
    var id =
        admin()
            .post(
                PATH + "/approval-adapters",
                """
                {"name": "Desk %s", "kind": "servicenow",
                 "settings": {"fields": {"accounts": "u_accounts"}, "states": {"implement": "approved"}}}"""
                    .formatted(mark))
            .with(201)
            .text("id");
    try (var chromium = signedIn("/t/" + TENANT + "/approval-adapters")) {
      var page = chromium.page();
      heading(page, "Adapters");
      PageLook.check(chromium, "adapters");
      page.getByRole(AriaRole.BUTTON, named("Change Desk " + mark)).click();
      page.getByRole(AriaRole.BUTTON, named("How it is read")).click();
      PageLook.check(chromium, "adapter-change");
      page.getByLabel("Name of the system").fill("Change Desk");
      page.getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(page.getByText("must be 1 to 40 small letters").last()).isVisible();
      PageLook.check(chromium, "adapter-refused");
      page.getByLabel("Name of the system").fill("change-desk");
      page.getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(page.getByRole(AriaRole.DIALOG)).not().isVisible();
      assertThat(chromium.complaints()).isEmpty();
    }
    var settings = admin().get(PATH + "/approval-adapters/" + id).with(200).json().path("settings");
    assertThat(settings.path("system").asText()).isEqualTo("change-desk");
    assertThat(settings.at("/fields/accounts").asText()).isEqualTo("u_accounts");
    assertThat(settings.at("/states/implement").asText()).isEqualTo("approved");
  }

  private Chromium signedIn(String path) {
    var chromium = new Chromium();
    var page = chromium.page();
    SignInPage.open(page, product.edge(), "/t/" + TENANT)
        .signIn(TENANT + "-tenant-admin", product.demoPassword());
    page.navigate(product.edge().resolve(path).toString());
    return chromium;
  }

  private Caller admin() {
    return people.person(TENANT, "tenant-admin");
  }

  private static void heading(Page page, String name) {
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1))
        .waitFor();
  }

  private static void choose(Page page, String field, String option) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(field)).first().click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).first().click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
