package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tarn.service.gate.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Other content under the id and time of a stored event stands beside it, with the places at which
/// they differ.
@QuarkusTest
@OnIngestParts
class ConflictsTest {
  private static final String CONFLICTS = "/v1/tenants/{tenant}/conflicts";
  private static final String STORED =
      "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"a\":{\"b/c\":[1,2]},\"gone\":true}";
  private static final String OTHER =
      "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"a\":{\"b/c\":[1,3]},\"new\":null}";

  @Test
  void showsBothTextsAndWhereTheyDiffer() {
    // given
    var acme = TestTenant.make("acme");
    String first = acme.put(STORED).extract().path("upload");
    String second = acme.put(OTHER).extract().path("upload");
    acme.awaitUpload(second);

    // when
    var listed = as(acme, Role.ANALYST).get(CONFLICTS, acme.slug()).then();
    String id = listed.extract().path("items[0].id");
    var shown = as(acme, Role.ANALYST).get(CONFLICTS + "/{id}", acme.slug(), id).then();

    // then
    listed
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].eventId", equalTo("1"))
        .body("items[0].upload", equalTo(second))
        .body("items[0].length", equalTo(OTHER.length()))
        .body("items[0]", not(hasKey("paths")))
        .body("items[0]", not(hasKey("original")));
    shown
        .statusCode(200)
        .body("original", equalTo(OTHER))
        .body("stored", equalTo(STORED))
        .body("storedBy", equalTo(first))
        .body("storedLength", equalTo(STORED.length()))
        .body("paths.path", equalTo(List.of("/a/b~1c/1", "/gone", "/new")))
        .body("paths.stored", equalTo(Arrays.asList("2", "true", null)))
        .body("paths.conflicting", equalTo(Arrays.asList("3", null, "null")))
        .body("morePaths", equalTo(false));
  }

  @Test
  void answersAreSmallHoweverLargeTheEventsAre() {
    // given
    var acme = TestTenant.make("acme");
    var large = STORED.replace("true", "\"" + "s".repeat(4_000_000) + "\"");
    var other = STORED.replace("true", "\"" + "o".repeat(4_000_000) + "\"");
    acme.put(large);
    acme.awaitUpload(acme.put(other).extract().path("upload"));

    // when
    var listed = as(acme, Role.ANALYST).get(CONFLICTS, acme.slug()).then();
    String id = listed.extract().path("items[0].id");
    var shown = as(acme, Role.ANALYST).get(CONFLICTS + "/{id}", acme.slug(), id).then();
    var original = as(acme, Role.ANALYST).get(CONFLICTS + "/{id}/original", acme.slug(), id).then();

    // then
    assertThat(listed.statusCode(200).extract().asByteArray()).hasSizeLessThan(1000);
    assertThat(shown.statusCode(200).extract().asByteArray()).hasSizeLessThan(1000);
    shown
        .body("length", equalTo(other.length()))
        .body("storedLength", equalTo(large.length()))
        .body("$", not(hasKey("paths")));
    assertThat(
            original.statusCode(200).contentType("application/octet-stream").extract().asString())
        .isEqualTo(other);
  }

  @Test
  void listsByStoreAndUploadAndPages() {
    // given
    var acme = TestTenant.make("acme");
    var more = OTHER.replace("\"new\"", "\"newer\"");
    acme.put(STORED);
    String second = acme.put(OTHER + "\n" + more).extract().path("upload");
    acme.awaitUpload(second);

    // when
    var all =
        as(acme, Role.ANALYST)
            .queryParam("store", "default")
            .queryParam("upload", second)
            .get(CONFLICTS, acme.slug())
            .then()
            .extract()
            .<List<String>>path("items.id");
    var first = as(acme, Role.ANALYST).queryParam("limit", 1).get(CONFLICTS, acme.slug()).then();
    var rest =
        as(acme, Role.ANALYST)
            .queryParam("cursor", first.extract().<String>path("nextCursor"))
            .get(CONFLICTS, acme.slug())
            .then();

    // then
    assertThat(all).hasSize(2);
    first.body("items.id", equalTo(all.subList(0, 1)));
    rest.body("items.id", equalTo(all.subList(1, 2)));
  }

  @Test
  void showsNothingToOtherTenants() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    globex.put(STORED);
    globex.awaitUpload(globex.put(OTHER).extract().path("upload"));
    String foreign =
        as(globex, Role.ANALYST).get(CONFLICTS, globex.slug()).then().extract().path("items[0].id");

    // when
    var list = as(acme, Role.ANALYST).get(CONFLICTS, acme.slug()).then();
    var read = as(acme, Role.ANALYST).get(CONFLICTS + "/{id}", acme.slug(), foreign).then();
    var original =
        as(acme, Role.ANALYST).get(CONFLICTS + "/{id}/original", acme.slug(), foreign).then();
    var inStore =
        as(acme, Role.ANALYST)
            .queryParam("store", globex.store())
            .get(CONFLICTS, acme.slug())
            .then();

    // then
    list.statusCode(200).body("items", hasSize(0));
    read.statusCode(404).body("type", equalTo("/problems/not-found"));
    original.statusCode(404).body("type", equalTo("/problems/not-found"));
    inStore.statusCode(404).body("type", equalTo("/problems/not-found"));
  }

  private static RequestSpecification as(TestTenant tenant, Role role) {
    return given().urlEncodingEnabled(false).auth().oauth2(tenant.grant(role));
  }
}
