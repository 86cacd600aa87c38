package io.tarn.acceptance.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Product;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Statements;
import io.tarn.local.realm.DemoUser;
import io.tarn.parts.Cache;
import io.tarn.parts.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The product with the addresses of external parts.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalPartsIT {
  private static final List<String> PARTS = List.of("postgres", "kafka", "s3", "keycloak");
  private static final String COUNT =
      "SELECT count(*) AS events FROM $EDS_ID WHERE eventName = 'ExecuteCommand'";

  private static final Path FOLDER = Path.of("target/external-parts").toAbsolutePath();

  private static OperatorParts parts;
  private static Product product;

  @BeforeAll
  static void startOnTheAddressesOfOthers() throws IOException, InterruptedException {
    Cache.delete(FOLDER);
    parts = new OperatorParts(Files.createDirectories(FOLDER.resolve("theirs")));
    parts.start();
    product = Product.of(FOLDER.resolve("ours"), parts.environment());
    product.tarn("up", "--detach").succeeded();
  }

  @AfterAll
  static void end() {
    product.tarn("down");
    parts.close();
  }

  @Test
  @Order(1)
  void allIsReadyThoughNoPartOfOursWasStarted() throws IOException {
    // when
    var status = product.tarn("status");
    // then
    assertThat(status.succeeded().output()).doesNotContain("✗");
    for (var part : PARTS) {
      assertThat(product.state().resolve("run/" + part + ".pid")).doesNotExist();
      assertThat(product.state().resolve(part)).doesNotExist();
    }
    assertThat(product.state().resolve("run/query-service.pid")).exists();
  }

  @Test
  @Order(2)
  void oneTenantsEventsAreAnsweredToItAndToNobodyElse() throws IOException, InterruptedException {
    // given
    create("acme", "a".repeat(26));
    create("globex", "g".repeat(26));
    // when
    try (var admin = edge("acme-tenant-admin")) {
      admin.upload(
          "/v1/tenants/acme/event-data-stores/default/events",
          BodyPublishers.ofFile(Product.root().resolve("docs/guides/first-trail-file.json")));
    }
    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> count("acme") == 2);
    assertThat(count("globex")).isZero();
  }

  @Test
  @Order(3)
  void downEndsNothingOfTheirs() {
    // when
    product.tarn("down").succeeded();
    // then
    assertThat(parts.all()).allMatch(Part::isAlive);
  }

  private static void create(String slug, String bucket) throws IOException, InterruptedException {
    try (var admin = edge(DemoUser.PLATFORM_ADMIN.username())) {
      admin.post(
          "/v1/tenants",
          Map.of(
              "slug",
              slug,
              "name",
              slug,
              "homeAccount",
              "111122223333",
              "delivery",
              parts.makeBucket(bucket)));
      for (var role : List.of("tenant-admin", "analyst")) {
        var subject = new DemoUser(slug + "-" + role, slug, role).subject();
        admin.post(
            "/v1/tenants/" + slug + "/members",
            Map.of("issuer", parts.issuer(), "subject", subject, "role", role));
      }
    }
  }

  private static long count(String tenant) throws IOException, InterruptedException {
    try (var analyst = edge(tenant + "-analyst")) {
      return new Statements(analyst, tenant).number(COUNT);
    }
  }

  private static EdgeClient edge(String user) {
    return new EdgeClient(
        product.edge().toString(), parts.issuer(), user, OperatorParts.USERS_PASSWORD);
  }
}
