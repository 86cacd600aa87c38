package io.tarn.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import io.tarn.acceptance.product.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// From a change request and a change in a trail file to a reviewer's decision: a signed webhook,
/// an import, the verdict, a webhook that tells of it, the console, Lake SQL, and nothing of it for
/// another tenant.
class LedgerJourneyIT {
  private static final String PATH = "/v1/tenants/acme";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final DateTimeFormatter OF_SERVICENOW =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Product product = Product.running();
  private final People people = new People(product);
  private final Caller admin = people.person("acme", "tenant-admin");
  private final WebhookReceiver receiver = WebhookReceiver.running();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String number = "CHG" + mark;
  private final Instant time =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);

  @Test
  void aConsoleChangeIsHeldAgainstAChangeRequestAndReviewed() throws GeneralSecurityException {
    // given a change request of ServiceNow, by a signed webhook
    deliverChangeRequest();
    var secret = tellAWebhook();
    var approval = people.person("acme", "viewer").get(PATH + "/approvals/servicenow/" + number);
    assertThat(approval.with(200).json().at("/current/state").asText()).isEqualTo("approved");

    // when two people change something from the console, of whom it names one
    var imported = Instant.now();
    put("ann-" + mark);
    put("bob-" + mark);

    // then each change has its verdict within a minute
    var approved = await().atMost(A_MINUTE).until(() -> change("ann"), found -> found != null);
    var unapproved = await().atMost(A_MINUTE).until(() -> change("bob"), found -> found != null);
    assertThat(Duration.between(imported, Instant.now())).isLessThan(Duration.ofMinutes(2));
    assertThat(approved.path("verdict").asText()).isEqualTo("approved");
    assertThat(approved.at("/approval/id").asText()).isEqualTo(number);
    assertThat(unapproved.path("verdict").asText()).isEqualTo("unapproved");
    assertThat(unapproved.at("/nearest/reason").asText()).contains(number, "is not in its scope");

    // and the webhook tells of the one that is unapproved
    var told = received(1, secret);
    assertThat(told.path("type").asText()).isEqualTo("dev.tarn.change.unapproved.v1");
    assertThat(told.path("subject").asText())
        .isEqualTo("changes/" + unapproved.path("id").asText());
    assertThat(told.at("/data/change/who").asText()).isEqualTo("bob-" + mark);

    // and a reviewer finds it in the queue and accepts it
    try (var chromium = new Chromium()) {
      var page = chromium.page();
      SignInPage.open(page, product.edge(), "/t/acme")
          .signIn("acme-tenant-admin", product.demoPassword());
      openByNavigation(page, "Approvals");
      chromium.picture("approvals");
      assertNothingSerious(chromium);
      openByNavigation(page, "Exclusions");
      chromium.picture("exclusions");
      assertNothingSerious(chromium);
      openByNavigation(page, "Changes");
      assertThat(page.locator("table tbody tr a").first()).isVisible();
      chromium.picture("changes");
      assertNothingSerious(chromium);
      page.navigate(
          product.edge().resolve("/t/acme/changes/" + unapproved.path("id").asText()).toString());
      assertThat(page.getByText("Unapproved").first()).isVisible();
      assertThat(page.getByText("is not in its scope").first()).isVisible();
      chromium.picture("change");
      assertNothingSerious(chromium);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept")).click();
      page.getByLabel("Reason").fill("Seen, and asked for a request.");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
          .click();
      assertThat(page.getByText("Seen, and asked for a request.").first()).isVisible();
      chromium.picture("change-accepted");
      assertNothingSerious(chromium);
      assertThat(chromium.complaints()).isEmpty();
    }

    // then the webhook tells that it is resolved
    var resolved = received(2, secret);
    assertThat(resolved.path("type").asText()).isEqualTo("dev.tarn.change.resolved.v1");
    assertThat(resolved.at("/data/change/review").asText()).isEqualTo("accepted");
    tell();

    // and that is what statements read
    var analyst = people.person("acme", "analyst");
    var statement =
        "SELECT concat(verdict, ' ', review, ' ', reviewer) FROM sys_changes WHERE who = 'bob-%s'"
            .formatted(mark);
    await()
        .atMost(A_MINUTE)
        .untilAsserted(
            () ->
                assertThat(Statements.single(analyst, "acme", statement))
                    .isEqualTo("unapproved accepted Acme Tenant admin"));

    // and nothing of it is another tenant's
    var elsewhere = people.person("globex", "tenant-admin");
    var there = "/v1/tenants/globex";
    elsewhere.get(there + "/changes/" + unapproved.path("id").asText()).with(404);
    elsewhere.get(there + "/approvals/servicenow/" + number).with(404);
    assertThat(elsewhere.get(there + "/changes?who=" + mark).with(200).json().path("items"))
        .isEmpty();
    assertThat(
            Statements.single(
                people.person("globex", "analyst"),
                "globex",
                "SELECT count(*) FROM sys_changes WHERE who LIKE '%" + mark + "%'"))
        .isEqualTo("0");
  }

  private void deliverChangeRequest() throws GeneralSecurityException {
    var adapter =
        admin
            .post(
                PATH + "/approval-adapters",
                "{\"name\": \"ServiceNow %s\", \"kind\": \"servicenow\"}".formatted(mark))
            .with(201)
            .json();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", number)
            .put("sys_mod_count", "4")
            .put("sys_updated_on", OF_SERVICENOW.format(time.minus(Duration.ofHours(20))))
            .put("short_description", "Open a port for the partner")
            .put("type", "normal")
            .put("state", "-2")
            .put("approval", "approved")
            .put("requested_by", "Ann Miller")
            .put("start_date", OF_SERVICENOW.format(time.minus(Duration.ofHours(1))))
            .put("end_date", OF_SERVICENOW.format(time.plus(Duration.ofHours(1))))
            .put("u_tarn_actions", "ec2:*")
            .put("u_tarn_principals", "session-name=ann-" + mark)
            .toString();
    var seconds = Long.toString(Instant.now().getEpochSecond());
    var anonymous = Caller.anonymous(product.edge());
    var address = adapter.path("path").asText();
    anonymous
        .with("X-Tarn-Timestamp", seconds)
        .with("X-Tarn-Signature", "sha256=" + "0".repeat(64))
        .post(address, body)
        .with(404);
    anonymous
        .with("X-Tarn-Timestamp", seconds)
        .with(
            "X-Tarn-Signature",
            "sha256=" + signature(adapter.path("secret").asText(), seconds + "." + body))
        .post(address, body)
        .with(200);
  }

  /// Has a webhook told of changes.
  ///
  /// @return its signing secret
  private String tellAWebhook() {
    var channel =
        admin
            .post(
                PATH + "/notification-channels",
                "{\"name\": \"Changes %1$s\", \"kind\": \"webhook\", \"url\": \"%2$s\"}"
                    .formatted(mark, receiver.address("/" + mark)))
            .with(201)
            .json();
    tell(channel.path("id").asText());
    return channel.path("secret").asText();
  }

  private void tell(String... channels) {
    var known = admin.get(PATH + "/change-settings").with(200);
    var settings = (ObjectNode) known.json();
    List.of(channels).forEach(settings.putArray("channels")::add);
    admin
        .with("If-Match", known.headers().get("etag").getFirst())
        .send("PUT", PATH + "/change-settings", settings.toString())
        .with(200);
  }

  /// The event that came as the one of this number, its signature looked at.
  private JsonNode received(int number, String secret) throws GeneralSecurityException {
    var path = "/" + mark;
    await().atMost(A_MINUTE).until(() -> receiver.received(path).size() >= number);
    var event = receiver.received(path).get(number - 1);
    var parts = Pattern.compile("t=(\\d+),v1=([0-9a-f]+)").matcher(event.signature());
    assertThat(parts.matches()).as(event.signature()).isTrue();
    assertThat(signature(secret, parts.group(1) + "." + event.body())).isEqualTo(parts.group(2));
    return new Answer(200, Map.of(), event.body()).json();
  }

  private static String signature(String secret, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A trail file with one change that a person makes from the console.
  private void put(String person) {
    var event =
        """
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROA:%1$s",\
        "arn":"arn:aws:sts::614523890011:assumed-role/Operations/%1$s","accountId":"614523890011",\
        "accessKeyId":"ASIA%2$s","sessionContext":{"sessionIssuer":{"type":"Role",\
        "arn":"arn:aws:iam::614523890011:role/Operations","userName":"Operations"}}},\
        "eventTime":"%3$s","eventSource":"ec2.amazonaws.com","eventName":"ModifyVpcAttribute",\
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.7","userAgent":"Mozilla/5.0",\
        "requestParameters":{"vpcId":"vpc-1"},"responseElements":null,"requestID":"r",\
        "eventID":"%4$s","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,\
        "recipientAccountId":"614523890011","eventCategory":"Management",\
        "sessionCredentialFromConsole":"true"}"""
            .formatted(person, mark.toUpperCase(Locale.ROOT), time, UUID.randomUUID());
    admin.post(PATH + "/events", "{\"Records\":[" + event + "]}").with(200);
  }

  private JsonNode change(String person) {
    var found = admin.get(PATH + "/changes?who=" + person + "-" + mark).with(200).json();
    return found.at("/items/0").isMissingNode() ? null : found.at("/items/0");
  }

  private static void openByNavigation(Page page, String title) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
        .first()
        .click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(1))
        .waitFor();
  }

  private static void assertNothingSerious(Chromium chromium) {
    assertThat(Accessibility.seriousFindings(chromium.page()).stream().map(String::valueOf))
        .as("of axe on " + chromium.page().url())
        .isEmpty();
  }
}
