package io.tarn.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Resolution of `$EDS_ID` and `default` when a tenant changes its default store, and that nothing
/// changes for its neighbour.
class DefaultStoreIT {
  private static final String COUNT = "SELECT count(*) FROM $EDS_ID";
  private static final String STORES = "/v1/tenants/initech/event-data-stores";

  private final People people = new People(Product.running());
  private final Caller admin = people.person("initech", "tenant-admin");
  private final Caller neighbour = people.person("globex", "analyst");
  private String before = "";

  @BeforeEach
  void rememberTheDefault() {
    before = admin.get(STORES + "/default").with(200).text("id");
  }

  @AfterEach
  void putItBack() {
    makeDefault(before);
  }

  @Test
  void meansTheNewStoreInStatementsAndUploadsAtOnce() {
    // given
    var ofNeighbour = Statements.single(neighbour, "globex", "SELECT max(eventID) FROM $EDS_ID");
    var store = newStore();

    // when
    makeDefault(store);

    // then
    assertThat(Statements.single(admin, "initech", COUNT)).isEqualTo("0");
    admin
        .with("Content-Type", "application/x-ndjson")
        .post(STORES + "/default/events", event())
        .with(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Statements.single(admin, "initech", COUNT), "1"::equals);
    assertThat(Statements.single(admin, "initech", "SELECT count(*) FROM " + store)).isEqualTo("1");
    assertThat(Statements.single(neighbour, "globex", "SELECT max(eventID) FROM $EDS_ID"))
        .isEqualTo(ofNeighbour);
    assertThat(defaults()).isEqualTo(1);
  }

  private void makeDefault(String store) {
    var answer = admin.send("PATCH", STORES + "/" + store, "{\"isDefault\":true}").with(200);
    assertThat(answer.json().path("isDefault").asBoolean()).isTrue();
  }

  private String newStore() {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "newer-" + UUID.randomUUID().toString().substring(0, 8))
            .put("category", "Data");
    return admin.post(STORES, body.toString()).with(201).text("id");
  }

  private long defaults() {
    return admin
        .get(STORES)
        .with(200)
        .json()
        .path("items")
        .valueStream()
        .filter(store -> store.path("isDefault").asBoolean())
        .map(JsonNode::asText)
        .count();
  }

  private static String event() {
    return """
        {"eventVersion":"1.11","eventID":"%s","eventTime":"2025-11-03T10:00:00Z",\
        "eventSource":"s3.amazonaws.com","eventName":"PutObject","awsRegion":"us-east-1",\
        "eventType":"AwsApiCall","eventCategory":"Data","readOnly":false}
        """
        .formatted(UUID.randomUUID());
  }
}
