package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.ResultFile;
import io.tarn.common.proof.SignFile;
import io.tarn.scheduler.signing.ResultSigner;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class SigningKeysResourceTest {
  private final TestGrants grants = TestGrants.forService("scheduler-service");

  @Inject ResultSigner signer;

  @Test
  void listsTheKeysThatResultsAreSignedWith() {
    // given
    var files = List.of(new ResultFile("result_1.csv.gz", 1, 1, "ab".repeat(32)));
    var signed = SignFile.parse(signer.signFile(files, Instant.now()));

    // when
    var answer =
        given()
            .auth()
            .oauth2(grants.forPlatform(Role.VIEWER).mint())
            .get("/v1/signing-keys")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    // then
    var keys = PublicKeys.parse(answer);
    assertThat(keys.signFileKey(signed.fingerprint())).isPresent();
    assertThat(keys.statementKeys()).isNotEmpty();
    assertThat(answer).as("as the file of keys").isEqualTo(keys.toJson());
  }

  @Test
  void saysNothingWithoutAGrant() {
    given().get("/v1/signing-keys").then().statusCode(401);
  }
}
