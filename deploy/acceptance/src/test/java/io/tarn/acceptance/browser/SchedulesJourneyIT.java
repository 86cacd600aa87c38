package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tarn.acceptance.product.Product;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schedules, what they deliver, and exports by hand, in a real browser: from a statement to a zip
/// that verifies. Each page is checked for what hinders people.
class SchedulesJourneyIT {
  /// How long a run and its deliveries may take, in milliseconds.
  private static final double PATIENCE = 120_000;

  private static final String STATEMENT =
      "SELECT eventName, count(*) AS times FROM $EDS_ID GROUP BY eventName";

  @TempDir private Path folder;
  private final Product product = Product.running();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void schedulesAStatementRunsItAndVerifiesWhatIsDelivered() {
    var name = "Events by name " + mark;
    try (var chromium = new Chromium()) {
      // given a statement of the editor
      var form = signedIn(chromium, "analyst").write(STATEMENT).schedule();
      assertThat(form.statement()).containsText("AS times");
      // when its times are chosen
      form.fill("Name", name).chooseTimeZone("Europe/Berlin");
      form.choose("Preset", "every weekday at 08:00");
      // then the next ten are shown before anything is saved
      assertThat(form.nextTimes()).hasCount(10);
      assertThat(form.nextTimes().first()).containsText("08:00");
      assertThat(form.text("every weekday at 08:00 Europe/Berlin")).isVisible();
      chromium.picture("schedule-form");
      assertNothingSerious(chromium);
      // and times that never come are told at their field
      form.fill("Cron expression", "0 0 30 2 *");
      assertThat(form.text("never fires")).isVisible();
      form.choose("Preset", "every weekday at 08:00");
      // when it delivers on a change of what is not compared
      form.addDelivery().choose("When", "When rows changed").submit();
      // then that is told at its field too
      assertThat(form.text("needs results that are compared")).isVisible();
      chromium.picture("schedule-refused");
      assertNothingSerious(chromium);
      // when that is put right, kept and run
      var schedule = form.tick("Compare rows with those of the last successful run").save(name);
      assertThat(schedule.text("every weekday at 08:00 Europe/Berlin")).isVisible();
      assertThat(schedule.text("No runs yet")).isVisible();
      assertNothingSerious(chromium);
      var run = schedule.runNow();
      // then it succeeds and is delivered
      assertThat(run.steps()).containsText("Succeeded", patiently());
      assertThat(run.deliveries()).hasCount(1);
      assertThat(run.deliveries().first()).containsText("Succeeded");
      chromium.picture("run");
      assertNothingSerious(chromium);
      // and the files that are downloaded are proved by the keys of the installation
      var export = run.openFiles();
      assertThat(export.status()).containsText("Succeeded");
      assertThat(export.files().last()).containsText("result_statement.dsse.json");
      chromium.picture("export");
      assertNothingSerious(chromium);
      var zip = export.download("Download zip", folder.resolve("run.zip"));
      var keys = folder.resolve("keys.json");
      product.tarn("keys", "export", keys.toString()).succeeded();
      assertVerified(zip, keys);
      SchedulesPage.open(chromium.page()).open(name).delete();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void pausesResumesChangesAndDeletesASchedule() {
    var name = "Commands " + mark;
    try (var chromium = new Chromium()) {
      // given a schedule of a sample
      var form =
          signedIn(chromium, "analyst")
              .samples()
              .find("ECS commands")
              .open("Commands run in containers")
              .fill("period", "last 90 days")
              .schedule();
      assertThat(form.text("Commands run in containers")).isVisible();
      form.fill("Name", name).save(name);
      // when it is paused in the list
      var all = SchedulesPage.open(chromium.page());
      assertThat(all.row(name)).containsText("Commands run in containers");
      assertThat(all.row(name)).containsText("every weekday at 08:00");
      assertThat(all.row(name)).containsText("Active");
      all.pause(name, "Until the audit is over");
      // then it says so, and why
      assertThat(all.row(name)).containsText("Paused");
      chromium.picture("schedules");
      assertNothingSerious(chromium);
      var schedule = all.open(name);
      assertThat(schedule.text("Until the audit is over")).isVisible();
      chromium.picture("schedule-paused");
      assertNothingSerious(chromium);
      // when it is resumed and changed
      schedule.resume();
      assertThat(schedule.text("Active")).isVisible();
      var changed =
          schedule
              .change()
              .fill("Cron expression", "*/15 8-17 * * *")
              .fill("Name", name + " too")
              .save(name + " too");
      // then it is what was asked for
      assertThat(changed.text("every 15 minutes from 08:00 to 17:45")).isVisible();
      // and deleted it is gone
      var left = changed.delete();
      assertThat(left.link(name + " too")).hasCount(0);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void backfillsAWindowOfEventTime() {
    var name = "Backfilled " + mark;
    try (var chromium = new Chromium()) {
      // given a statement with the bounds of a window, which the form knows by them
      var form =
          signedIn(chromium, "analyst")
              .write(
                  "SELECT count(*) AS events FROM $EDS_ID WHERE eventTime >= {{window.start}}"
                      + " AND eventTime < {{window.end}}")
              .schedule();
      assertThat(form.text("Settling time")).isVisible();
      form.fill("Name", name).fill("Cron expression", "0 0 * * *").chooseTimeZone("UTC");
      var schedule = form.save(name);
      // when three days are made up for
      schedule.backfill("2026-05-01", "2026-05-04");
      // then there is a run for each
      assertThat(schedule.text("3 runs are made.")).isVisible();
      assertThat(schedule.runs()).hasCount(3);
      assertThat(schedule.runs().first()).containsText("Backfill");
      assertThat(schedule.runs().first()).containsText("Succeeded", patiently());
      chromium.picture("backfill");
      assertNothingSerious(chromium);
      schedule.delete();
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void exportsAResultAndShowsDestinationsAndKeys() {
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      // given a result
      var editor = signedIn(chromium, "tenant-admin").write(STATEMENT).run();
      assertThat(editor.status()).containsText("Finished");
      // when it is exported
      var export = editor.export("NDJSON (gzip)");
      // then its files are there and verify
      assertThat(export.status()).containsText("Succeeded", patiently());
      assertThat(export.files().first()).containsText("result_1.ndjson.gz");
      var zip = export.download("Download zip", folder.resolve("export.zip"));
      var signFile =
          export.download("Download result_sign.json", folder.resolve("result_sign.json"));
      assertThat(signFile).content().contains("hashSignature");
      openByNavigation(chromium, "Exports");
      assertThat(page.locator("table tbody tr").first()).containsText("NDJSON (gzip)");
      chromium.picture("exports");
      assertNothingSerious(chromium);
      // and the tenant's bucket can be tried, and others are refused at their fields
      var destinations = DestinationsPage.open(page).testOwnBucket();
      assertThat(destinations.text("results can be delivered there")).isVisible();
      destinations.create().fill("Name", "Elsewhere " + mark).fill("Bucket", "elsewhere");
      destinations.fill("Endpoint", "http://169.254.169.254").fill("Access key id", "AKIA" + mark);
      destinations.fill("Secret access key", "not one").submit();
      assertThat(destinations.text("is not in the operator's list of hosts")).isVisible();
      chromium.picture("destination-refused");
      assertNothingSerious(chromium);
      page.keyboard().press("Escape");
      // and the keys are shown, and prove the export
      openByNavigation(chromium, "Signing keys");
      assertThat(page.getByText("Valid", exactly()).first()).isVisible();
      chromium.picture("signing-keys");
      assertVerified(zip, Downloads.save(page, "Download keys", folder.resolve("keys.json")));
      assertNothingSerious(chromium);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private void assertVerified(Path zip, Path keys) {
    assertThat(zip).isNotEmptyFile();
    product
        .tarn("verify", zip.toString(), "--keys", keys.toString(), "--tenant", "acme")
        .succeeded();
  }

  private static void openByNavigation(Chromium chromium, String title) {
    var page = chromium.page();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
        .first()
        .click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(1))
        .waitFor();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private EditorPage signedIn(Chromium chromium, String role) {
    return SignInPage.open(chromium.page(), product.edge(), "/t/acme")
        .signIn("acme-" + role, product.demoPassword());
  }

  private static void assertNothingSerious(Chromium chromium) {
    assertThat(Accessibility.seriousFindings(chromium.page()).stream().map(String::valueOf))
        .as("of axe on " + chromium.page().url())
        .isEmpty();
  }
}
