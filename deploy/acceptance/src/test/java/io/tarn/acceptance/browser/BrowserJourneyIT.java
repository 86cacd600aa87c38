package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Sign in, run, see rows, see an error marked, cancel, sign out: in a real browser, on the started
/// product.
class BrowserJourneyIT {
  private static final String USER = "acme-analyst";
  private static final String COUNT = "SELECT count(*) FROM $EDS_ID";

  private final Product product = Product.running();

  @Test
  void asksSeesAnErrorCancelsAndLeaves() throws SQLException {
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      // given
      var editor =
          SignInPage.open(page, product.edge(), "/t/acme").signIn(USER, product.demoPassword());
      assertThat(page).hasTitle(anyCase("acme.*"));
      assertThat(editor.head()).containsText(anyCase("acme"));
      // when a statement is run as it stands there
      editor.run();
      assertThat(editor.status()).containsText("Finished");
      assertThat(editor.rows().first()).containsText(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
      chromium.picture("rows");
      // and one of the questions
      editor =
          editor
              .samples()
              .find("lambda invocations")
              .open("Lambda invocations by caller")
              .openInEditor();
      editor.run();
      assertThat(editor.rows().first()).containsText("arn:aws:lambda:");
      chromium.picture("question");
      // and one with a fault
      editor.write("SELECT eventName\nFORM $EDS_ID").run();
      assertThat(editor.mark().first()).isVisible();
      assertThat(editor.problem().first()).containsText("Line 2");
      chromium.picture("error");
      // and one that takes long
      try (var _ = new HeldTables(product, tenantId())) {
        editor.write(COUNT).run();
        assertThat(editor.status()).containsText("Running");
        editor.cancel();
        assertThat(editor.status()).containsText("Cancelled");
        chromium.picture("cancelled");
      }
      // then nothing of the session is left
      editor.signOut(anyCase("analyst"));
      page.navigate(product.edge().resolve("/t/acme").toString());
      SignInPage.shown(page);
      assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static Pattern anyCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  private String tenantId() {
    var caller = Caller.bearing(product.edge(), new People(product).freshToken(USER));
    return caller.get("/v1/me").with(200).json().path("tenants").path(0).path("id").asText();
  }
}
