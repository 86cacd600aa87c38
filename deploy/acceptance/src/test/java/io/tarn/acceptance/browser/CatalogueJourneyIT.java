package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Samples found by a few words, queries kept, shared, edited by two people and reviewed, in real
/// browsers. Each page is checked for what hinders people.
class CatalogueJourneyIT {
  private static final String SAMPLE = "Commands run in containers";

  private final Product product = Product.running();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void findsASampleByAFewWordsChangesTheTimeAndRuns() {
    try (var chromium = new Chromium()) {
      // given
      var page = chromium.page();
      var editor = signedIn(chromium, "analyst");
      // when
      var catalogue = editor.samples();
      assertThat(catalogue.titles().first()).isVisible();
      assertNothingSerious(chromium);
      catalogue.find("ECS commands");
      // then
      assertThat(catalogue.titles().first()).hasText(SAMPLE);
      chromium.picture("samples-found");
      assertNothingSerious(chromium);
      // when it is opened, its time is changed and it is run
      var query = catalogue.open(SAMPLE);
      assertThat(page.getByText("Who ran which command in which container")).isVisible();
      query.fill("period", "last 90 days").run();
      // then
      assertThat(query.status()).containsText("Finished");
      assertThat(query.rows().first()).containsText("arn:aws:sts::");
      chromium.picture("sample-run");
      assertNothingSerious(chromium);
      // and a time that is none is told at its field
      query.fill("period", "sometimes").run();
      assertThat(page.getByText("must be a range of time").first()).isVisible();
      chromium.picture("sample-refused-value");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void keepsSharesAndEditsAQueryWithOthers() {
    var title = "Our commands " + mark;
    try (var analyst = new Chromium();
        var admin = new Chromium();
        var viewer = new Chromium()) {
      // given a sample that is opened in the editor
      var editor =
          signedIn(analyst, "analyst").samples().find("ECS commands").open(SAMPLE).openInEditor();
      assertThat(editor.statement()).containsText("ExecuteCommand");
      // when it is saved as one's own
      var dialog = editor.save();
      assertThat(dialog.dialog()).containsText("Save as a new query");
      assertNothingSerious(analyst);
      analyst.picture("save-dialog");
      dialog.fill("Title", title).fill("Tags", "ecs, " + mark).save();
      assertThat(editor.saved()).containsText("version 1");
      analyst.picture("saved");
      assertNothingSerious(analyst);
      // then nobody else of the tenant sees it before an administrator shares it
      signedIn(viewer, "viewer");
      CataloguePage.open(viewer.page(), product, "acme", mark);
      assertThat(viewer.page().getByText("No matches")).isVisible();
      signedIn(admin, "tenant-admin");
      var shared = CataloguePage.open(admin.page(), product, "acme", mark).open(title).share();
      admin.picture("shared");
      // when a second person edits it
      var second = shared.openInEditor();
      second.write("-- edited by a second person\nSELECT eventTime FROM $EDS_ID");
      var version = second.save();
      assertThat(version.dialog()).containsText("Save a new version");
      version.fill("Message", "Only the times").save();
      assertThat(second.saved()).containsText("version 2");
      // then the first one, who still edits the old version, is told
      var late = editor.save();
      late.save();
      assertThat(late.dialog()).containsText("changed");
      analyst.picture("changed-meanwhile");
      late.cancel();
      // and sees versions and changes
      var query = CataloguePage.open(analyst.page(), product, "acme", mark).open(title);
      query.tab("Versions");
      assertThat(query.versions()).hasCount(2);
      assertThat(query.versions().first()).containsText("Only the times");
      assertThat(query.changesOf(2)).containsText("+ -- edited by a second person");
      analyst.picture("versions");
      assertNothingSerious(analyst);
      // and a viewer has a form, and no editor
      var form = CataloguePage.open(viewer.page(), product, "acme", mark).open(title);
      assertThat(form.openInEditorButton()).hasCount(0);
      assertThat(form.button("Share")).hasCount(0);
      form.run();
      assertThat(form.status()).containsText("Finished");
      assertThat(form.rows().first()).isVisible();
      viewer.picture("viewers-form");
      assertNothingSerious(viewer);
      viewer.page().navigate(product.edge().resolve("/t/acme").toString());
      assertThat(new EditorPage(viewer.page()).mayNotRun()).isVisible();
      viewer.picture("viewers-editor");
      assertThat(analyst.complaints()).isEmpty();
      assertThat(admin.complaints()).isEmpty();
      assertThat(viewer.complaints()).isEmpty();
    }
  }

  @Test
  void publishesAQueryForCustomersAfterReview() {
    // given
    var title = "For customers " + mark;
    new People(product)
        .person("operator")
        .post(
            "/v1/catalogue/queries",
            "{\"title\":\"%s\",\"statement\":\"SELECT count(*) AS events FROM $EDS_ID\"}"
                .formatted(title))
        .with(201);
    try (var operator = new Chromium();
        var second = new Chromium();
        var customer = new Chromium()) {
      // when the operator asks for it to be published
      var curation = curating(operator, "operator").publish(title);
      assertThat(curation.waiting(title)).isVisible();
      assertThat(curation.approve()).isDisabled();
      operator.picture("publication-asked-for");
      assertNothingSerious(operator);
      // and a second person approves
      var review = curating(second, "platform-admin");
      assertThat(review.waiting(title)).isVisible();
      review.reviewed().click();
      second.picture("review");
      assertNothingSerious(second);
      review.approve().click();
      assertThat(review.waiting(title)).hasCount(0);
      // then customers see it
      signedIn(customer, "viewer");
      var seen = CataloguePage.open(customer.page(), product, "acme", mark);
      assertThat(seen.row(title)).containsText("Service provider");
      var query = seen.open(title).run();
      assertThat(query.status()).containsText("Finished");
      customer.picture("query-of-the-service-provider");
      assertThat(operator.complaints()).isEmpty();
      assertThat(second.complaints()).isEmpty();
      assertThat(customer.complaints()).isEmpty();
    }
  }

  private EditorPage signedIn(Chromium chromium, String role) {
    return SignInPage.open(chromium.page(), product.edge(), "/t/acme")
        .signIn("acme-" + role, product.demoPassword());
  }

  private CurationPage curating(Chromium chromium, String user) {
    return SignInPage.open(chromium.page(), product.edge(), "/curation")
        .signInAsCurator(user, product.demoPassword());
  }

  private static void assertNothingSerious(Chromium chromium) {
    assertThat(Accessibility.seriousFindings(chromium.page()).stream().map(String::valueOf))
        .as("of axe on " + chromium.page().url())
        .isEmpty();
  }
}
