package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Last month's statement, and what an administrator changes: a credit, rates, allocation rules
/// with their preview, and a meter of the tenant's own.
class ChargebackJourneyIT {
  private static final String TENANT = "globex";
  private static final String PATH = "/v1/tenants/" + TENANT + "/chargeback/";
  private static final Duration CLOSED = Duration.ofMinutes(3);

  private final Product product = Product.running();
  private final People people = new People(product);
  private final String month = YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aClosedMonthIsCorrectedByACredit() {
    var closed =
        await()
            .atMost(CLOSED)
            .until(
                () -> read("statements/" + month),
                it -> it.path("state").asText().equals("closed"));
    var payer = payer(closed);

    try (var chromium = signedIn()) {
      var page = chromium.page();
      var months = ChargebackPage.open(page);
      assertThat(months.text(month)).isVisible();
      PageLook.check(chromium, "chargeback-months");

      var statement = months.follow(month, "Statement of " + month);
      assertThat(statement.table("Lines").getByText("Lambda").first()).isVisible();
      PageLook.check(chromium, "chargeback-statement");

      // a credit of more than was paid is refused at its field
      var corrected =
          statement
              .click("Give credit")
              .choose("Cost centre", payer)
              .fill("Amount in EUR", "99999999")
              .fill("Reason", "Counted twice " + mark)
              .click("Give credit");
      assertThat(corrected.text("must not be more than is left")).isVisible();
      PageLook.check(chromium, "chargeback-credit-refused");
      corrected.fill("Amount in EUR", "0.01").click("Give credit");
      assertThat(corrected.table("Credits").getByText("Counted twice " + mark)).isVisible();
      PageLook.check(chromium, "chargeback-credited");
      assertThat(chromium.complaints()).isEmpty();
    }
    var after = read("statements/" + month);
    assertThat(decimal(after, "total")).isEqualTo(decimal(closed, "total"));
    assertThat(decimal(after, "due"))
        .isEqualByComparingTo(decimal(closed, "due").subtract(new BigDecimal("0.01")));
  }

  @Test
  void aLineLeadsToTheEventsThatAddUpToIt() {
    var lines =
        await()
            .atMost(CLOSED)
            .until(() -> read("statements/" + month).path("lines"), it -> !it.isEmpty());
    var line = shortest(lines, "lambda-invocations");
    var id = line.path("id").asText();
    var quantity = line.path("quantity").asText();
    assertThat(sum(read("statements/" + month + "/lines/" + id + "/events")))
        .isEqualByComparingTo(quantity);
    try (var chromium = signedIn()) {
      var events =
          ChargebackPage.open(
                  chromium.page(), TENANT, "statements/" + month, "Statement of " + month)
              .events(id);
      assertThat(events.text("add up to " + quantity)).isVisible();
      PageLook.check(chromium, "chargeback-events");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void ratesAndRulesAreChangedByForms() {
    var meter = name("lambda-invocations");
    var rate = meter + " from 2020-01-01";
    var price = "0.0150000000" + (10 + mark.charAt(0) % 90);
    try (var chromium = signedIn()) {
      var page = chromium.page();

      // a rate that overlaps is refused at its field, and goes again
      var rates = ChargebackPage.open(page, TENANT, "rates", "Rates");
      PageLook.check(chromium, "chargeback-rates");
      rates
          .click("Add rate")
          .choose("Meter", "lambda-invocations")
          .fill("Valid from", "2026-01-01")
          .fill("Price of a unit", "1")
          .click("Save");
      assertThat(rates.text("overlaps rates[0]")).isVisible();
      PageLook.check(chromium, "chargeback-rates-refused");
      rates.click("Remove " + meter + " from 2026-01-01");

      // a price is kept as the exact decimal that was typed
      rates.unfold(rate).fill("Price of a unit", "0,02");
      assertThat(rates.text("Must be a decimal such as 0.0025")).isVisible();
      rates.fill("Price of a unit", price).click("Save");
      assertThat(rates.text("Saved.")).isVisible();
      assertThat(read("rates").at("/rates/0/tiers").toString()).contains("\"" + price + "\"");

      // the preview says what a rule would do, before it is kept
      var allocation = ChargebackPage.open(page, TENANT, "allocation", "Allocation");
      PageLook.check(chromium, "chargeback-allocation");
      allocation
          .click("Add rule")
          .fill("Name", "All that is left " + mark)
          .fill("Cost centre", "IT-" + mark)
          .fill("Account", "*")
          .click("Preview");
      assertThat(allocation.text("What these rules would do to")).isVisible();
      PageLook.check(chromium, "chargeback-preview");
      assertThat(read("allocation-rules").toString()).doesNotContain(mark);
      allocation.click("Move All that is left " + mark + " up").click("Save");
      assertThat(allocation.text("Saved.")).isVisible();
      var kept = read("allocation-rules").path("rules");
      assertThat(kept.path(kept.size() - 2).path("name").asText())
          .isEqualTo("All that is left " + mark);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void aMeterOfTheTenantsOwnComesAndGoes() {
    var id = "m-" + mark;
    try (var chromium = signedIn()) {
      var page = chromium.page();
      var meters = ChargebackPage.open(page, TENANT, "meters", "Meters");
      PageLook.check(chromium, "chargeback-meters");

      // a meter that comes with the product can be read
      meters.follow(name("lambda-invocations"), name("lambda-invocations"));
      PageLook.check(chromium, "chargeback-meter-of-tarn");

      // one whose statement lacks a column is refused
      var form =
          ChargebackPage.open(page, TENANT, "new-meter", "Create meter")
              .fill("Name", "Calls " + mark)
              .fill("Id", id)
              .fill("Unit", "call")
              .fill("Quantity", "no such column")
              .click("Save meter");
      assertThat(form.text("must be letters, digits and _")).isVisible();
      PageLook.check(chromium, "chargeback-meter-refused");
      form.fill("Quantity", "units").click("Save meter").arrive("Meters");
      assertThat(meters.table("Meters").getByText("Calls " + mark)).isVisible();

      // it can be changed and deleted
      var change = meters.follow("Calls " + mark, "Change Calls " + mark);
      PageLook.check(chromium, "chargeback-meter");
      change.fill("Unit", "request").click("Save meter").arrive("Meters");
      assertThat(read("meters/" + id).path("unit").asText()).isEqualTo("request");
      meters
          .follow("Calls " + mark, "Change Calls " + mark)
          .click("Delete meter")
          .click("Delete meter")
          .arrive("Meters");
      assertThat(meters.table("Meters").getByText("Calls " + mark)).not().isVisible();
      admin().get(PATH + "meters/" + id).with(404);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private Chromium signedIn() {
    var chromium = new Chromium();
    SignInPage.open(chromium.page(), product.edge(), "/t/" + TENANT)
        .signIn(TENANT + "-tenant-admin", product.demoPassword());
    return chromium;
  }

  private Caller admin() {
    return people.person(TENANT, "tenant-admin");
  }

  private JsonNode read(String what) {
    return admin().get(PATH + what).with(200).json();
  }

  /// What people call a meter.
  private String name(String meter) {
    return read("meters/" + meter).path("name").asText();
  }

  /// What the rows behind a line add up to.
  private static BigDecimal sum(JsonNode events) {
    var columns = events.path("columns").valueStream().map(JsonNode::asText).toList();
    var index = columns.indexOf("quantity");
    return events
        .path("rows")
        .valueStream()
        .map(row -> new BigDecimal(row.path(index).asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// A cost centre that something can be given back to.
  private static String payer(JsonNode statement) {
    return StreamSupport.stream(statement.path("costCentres").spliterator(), false)
        .filter(one -> decimal(one, "due").signum() > 0)
        .findFirst()
        .orElseThrow()
        .path("name")
        .asText();
  }

  /// The line of a meter with the smallest quantity, whose events are on one page.
  private static JsonNode shortest(JsonNode lines, String meter) {
    return StreamSupport.stream(lines.spliterator(), false)
        .filter(line -> line.path("meter").asText().equals(meter))
        .min(Comparator.comparing(line -> decimal(line, "quantity")))
        .orElseThrow();
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return new BigDecimal(node.path(field).asText());
  }
}
