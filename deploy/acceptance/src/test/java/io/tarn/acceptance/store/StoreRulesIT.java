package io.tarn.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Selectors and retention of event data stores, from the edge to the events.
class StoreRulesIT {
  private static final String STORES = "/v1/tenants/initech/event-data-stores";
  private static final String NO_READS =
      """
      [{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},\
      {"Field":"readOnly","Equals":["false"]}]}]\
      """;

  private final People people = new People(Product.running());
  private final Caller admin = people.person("initech", "tenant-admin");
  private String store = "";

  @BeforeEach
  void makeAStoreOfItsOwn() {
    var name = "rules-" + UUID.randomUUID().toString().substring(0, 8);
    var body =
        "{\"name\":\"%s\",\"category\":\"Management\",\"selectors\":%s}".formatted(name, NO_READS);
    store = admin.post(STORES, body).with(201).text("id");
  }

  @Test
  void filterFromTheBeginningAndNoMoreOnceTheyAreGone() {
    assertThat(put(event(true, "2025-11-03")).json().path("filtered").asInt()).isEqualTo(1);

    // when
    change("{\"selectors\":null}").with(200);

    // then
    assertThat(put(event(true, "2025-11-03")).json().path("filtered").asInt()).isZero();
  }

  @Test
  void keepShorterOnlyOnceThePreviewIsConfirmed() {
    // given
    put(event(false, "2020-05-04"));
    await().atMost(Duration.ofMinutes(1)).until(this::counted, "1"::equals);

    // when
    var preview = change("{\"retentionDays\":365}").with(202).json();

    // then
    assertThat(preview.path("removes").asInt()).isEqualTo(1);
    assertThat(preview.path("from").asText()).isEqualTo("2020-05-04T10:00:00Z");
    assertThat(put(event(false, "2020-05-05")).json().path("reasons")).isEmpty();
    await().atMost(Duration.ofMinutes(1)).until(this::counted, "2"::equals);
    confirm(preview.path("token").asText()).with(409);
    confirm("guessed").with(400);

    // and: with the token of what is there now
    var now = change("{\"retentionDays\":365}").with(202).json();
    assertThat(now.path("removes").asInt()).isEqualTo(2);
    confirm(now.path("token").asText()).with(200);
    assertThat(put(event(false, "2020-05-06")).json().at("/reasons/0/reason").asText())
        .isEqualTo("older-than-retention");
  }

  @Test
  void areNoneInTheStoresThatATenantBeginsWith() {
    for (var name : new String[] {"default", "insight"}) {
      // when
      var first = admin.get(STORES + "/" + name).with(200).json();

      // then
      assertThat(first.path("retentionDays").isNull()).as(name).isTrue();
      assertThat(first.path("selectors").isNull()).as(name).isTrue();
    }
  }

  private Answer confirm(String token) {
    return change("{\"retentionDays\":365,\"confirm\":\"%s\"}".formatted(token));
  }

  private Answer change(String body) {
    return admin.send("PATCH", STORES + "/" + store, body);
  }

  private Answer put(String event) {
    return admin
        .with("Content-Type", "application/x-ndjson")
        .post(STORES + "/" + store + "/events", event)
        .with(200);
  }

  private String counted() {
    return Statements.single(admin, "initech", "SELECT count(*) FROM " + store);
  }

  private static String event(boolean isRead, String day) {
    return """
        {"eventVersion":"1.11","eventID":"%s","eventTime":"%sT10:00:00Z",\
        "eventSource":"iam.amazonaws.com","eventName":"PutUserPolicy","awsRegion":"us-east-1",\
        "eventType":"AwsApiCall","eventCategory":"Management","readOnly":%s}
        """
        .formatted(UUID.randomUUID(), day, isRead);
  }
}
