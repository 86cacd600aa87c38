package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files brought in the console, in a real browser: what is unusual about them is said before
/// anything is sent, and what came of them afterwards.
class UploadJourneyIT {
  private static final String TENANT = "acme";
  private static final String EVENT =
      """
      {"eventVersion":"1.11","eventID":"%s","eventTime":"2025-05-05T05:05:05Z",\
      "eventSource":"sts.amazonaws.com","eventName":"GetCallerIdentity","awsRegion":"us-east-1",\
      "recipientAccountId":"%s","eventType":"AwsApiCall","eventCategory":"Management"}
      """;

  @TempDir private Path folder;
  private final Product product = Product.running();
  private final People people = new People(product);

  @Test
  void namesAnAccountThatIsNewAndSendsOnceItIsConfirmed() throws IOException {
    // given a store of its own, and an account that nobody has seen
    var account = unseenAccount();
    var store = "browser-" + account;
    makeStore(store);
    var file = folder.resolve(account + ".jsonl");
    Files.writeString(
        file, EVENT.formatted("one", account) + EVENT.formatted("two", account) + "{}\n");
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      SignInPage.open(page, product.edge(), "/t/" + TENANT)
          .signIn(TENANT + "-tenant-admin", product.demoPassword());
      // when files are brought
      var bring = UploadsPage.open(page).bringFiles().choose(file).into(store);
      chromium.picture("bring-files");
      bring.bring().question().waitFor();
      // then it is said what is unusual, and nothing has come
      assertThat(bring.question()).containsText("Account " + account + " is new here: 2 events.");
      assertThat(bring.question()).containsText("1 record would be set aside.");
      assertThat(bring.text("It has no eventID")).isVisible();
      chromium.picture("bring-question");
      assertThat(stored(store)).isZero();
      // when that is confirmed
      bring.confirm("Acme");
      // then there is the sum, and the events can be asked for
      bring.text("Completed").waitFor();
      assertThat(bring.sum())
          .hasText("Received3=Stored2+Duplicate0+Conflicting0+Filtered0+Set aside1");
      chromium.picture("bring-sum");
      assertThat(stored(store)).isEqualTo(2);
      assertThat(UploadsPage.open(page).row(account)).containsText("Completed");
      chromium.picture("uploads");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void showsUploadsButNoWayToSendToWhoMayOnlyRead() {
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      // when
      SignInPage.open(page, product.edge(), "/t/" + TENANT)
          .signIn(TENANT + "-analyst", product.demoPassword());
      var uploads = UploadsPage.open(page);
      // then
      assertThat(uploads.rows().first()).isVisible();
      assertThat(uploads.bringFilesButton()).hasCount(0);
    }
  }

  private void makeStore(String name) {
    people
        .person(TENANT, "tenant-admin")
        .post(
            "/v1/tenants/" + TENANT + "/event-data-stores",
            "{\"name\":\"%s\",\"category\":\"CloudTrail\"}".formatted(name))
        .with(201);
  }

  private long stored(String store) {
    var statement = "SELECT count(*) FROM \"%s\" WHERE eventID IS NOT NULL".formatted(store);
    return Long.parseLong(Statements.single(people.person(TENANT, "analyst"), TENANT, statement));
  }

  private static String unseenAccount() {
    return Long.toString(
        ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L));
  }
}
