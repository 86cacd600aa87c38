package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Phrases as people type them find the queries of the library that they mean. The ranking was
/// tuned with the first half of the phrases; the second half was kept back.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class SearchPhrasesTest {
  private static final Path PHRASES = Path.of("src/test/resources/library/phrases.tsv");
  private static final int HALF = 60;

  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String slug = "acme-" + UUID.randomUUID().toString().substring(0, 8);
  private TenantId acme;

  record Phrase(String words, String query) {
    static Phrase of(String line) {
      var parts = line.split("\t", 2);
      return new Phrase(parts[0], parts[1].strip());
    }
  }

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(slug);
  }

  @Test
  void theMeantQueryIsFirstOrNearly() throws IOException {
    // given
    var phrases =
        Files.readAllLines(PHRASES).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Phrase::of)
            .toList();
    assertThat(phrases).hasSizeGreaterThanOrEqualTo(2 * HALF);
    // when
    var tuned = score("tuned", phrases.subList(0, HALF));
    var keptBack = score("kept back", phrases.subList(HALF, phrases.size()));
    // then
    for (var score : List.of(tuned, keptBack)) {
      assertThat(score.first()).as("first").isGreaterThanOrEqualTo(0.85);
      assertThat(score.inThree()).as("in the first three").isGreaterThanOrEqualTo(0.95);
    }
  }

  private record Score(double first, double inThree) {}

  private Score score(String name, List<Phrase> phrases) {
    var ranks = new ArrayList<Integer>();
    for (var phrase : phrases) {
      var found = found(phrase.words());
      var rank = found.indexOf(idOf(phrase.query()));
      ranks.add(rank);
      if (rank != 0) {
        System.out.printf(
            "%s: '%s' has %s at %d%n", name, phrase.words(), phrase.query(), rank + 1);
      }
    }
    var first = ranks.stream().filter(rank -> rank == 0).count();
    var three = ranks.stream().filter(rank -> rank >= 0 && rank < 3).count();
    System.out.printf(
        "%s: %d of %d first, %d in the first three%n", name, first, phrases.size(), three);
    return new Score((double) first / phrases.size(), (double) three / phrases.size());
  }

  private List<String> found(String words) {
    return given()
        .auth()
        .oauth2(grants.grant(acme, slug, Role.VIEWER))
        .queryParam("search", words)
        .queryParam("limit", 5)
        .get("/v1/tenants/" + acme + "/catalogue/queries")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private String idOf(String name) {
    return scenarios.text("select id from queries where library_name = ?", name);
  }
}
