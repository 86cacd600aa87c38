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

/// Import of files in the console, in a real browser: warnings of the dry run before the upload,
/// totals after it.
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
  void warnsOfANewAccountAndImportsOnceConfirmed() throws IOException {
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
      // when files are imported
      var importPage = UploadsPage.open(page).importFiles().choose(file).into(store);
      chromium.picture("import-files");
      importPage.start().warnings().waitFor();
      // then the dry run warns, and nothing is stored
      assertThat(importPage.warnings())
          .containsText("Account " + account + " is new to this tenant: 2 events.");
      assertThat(importPage.warnings()).containsText("1 record would be rejected.");
      assertThat(importPage.text("No eventID")).isVisible();
      chromium.picture("dry-run-warnings");
      assertThat(stored(store)).isZero();
      // when that is confirmed
      importPage.confirm("Acme");
      // then the totals are shown, and the events can be queried
      importPage.text("Completed").waitFor();
      assertThat(importPage.totals())
          .hasText("Received3=Stored2+Duplicate0+Conflicting0+Filtered0+Rejected1");
      chromium.picture("upload-totals");
      assertThat(stored(store)).isEqualTo(2);
      assertThat(UploadsPage.open(page).row(account)).containsText("Completed");
      chromium.picture("uploads");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void showsUploadsButNoImportToAnalysts() {
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      // when
      SignInPage.open(page, product.edge(), "/t/" + TENANT)
          .signIn(TENANT + "-analyst", product.demoPassword());
      var uploads = UploadsPage.open(page);
      // then
      assertThat(uploads.rows().first()).isVisible();
      assertThat(uploads.importButton()).hasCount(0);
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
