package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.parts.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownVariablesTest {
  private final KnownVariables known = KnownVariables.of(Checkout.root());

  @ParameterizedTest
  @CsvSource({
    "TARN_POSTGERS_URL, TARN_POSTGRES_URL",
    "TARN_OIDC_ISUER, TARN_OIDC_ISSUER",
    "TARN_PORTOFFSET, TARN_PORT_OFFSET",
    "TARN_QUERY_RETENSION, TARN_QUERY_RETENTION",
    "TARN_S3_ENDPIONT, TARN_S3_ENDPOINT"
  })
  void namesAMisspeltVariableAndTheNearestThatIsKnown(String misspelt, String meant) {
    assertThatThrownBy(() -> known.check(List.of("PATH", misspelt)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is no setting of Tarn; did you mean %s?", misspelt, meant);
  }

  @Test
  void pointsToTheReferenceWhereNothingIsNear() {
    assertThatThrownBy(() -> known.check(List.of("TARN_FAVOURITE_COLOUR")))
        .hasMessageContaining("TARN_FAVOURITE_COLOUR is no setting of Tarn")
        .hasMessageContaining("docs/reference/configuration.md");
  }

  @Test
  void namesEachOfSeveral() {
    assertThatThrownBy(() -> known.check(List.of("TARN_STAET", "TARN_KAFKA_BOOTSTRAP_SERVER")))
        .hasMessageContaining("TARN_STATE?")
        .hasMessageContaining("TARN_KAFKA_BOOTSTRAP_SERVERS?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TARN_STATE",
        "TARN_NO_BUILD",
        "TARN_RESULTS_BUCKET",
        "TARN_QUERY_TENANT_DATABASE_MAX_AGE",
        "TARN_SERVICES_CATALOG_URL",
        "PATH"
      })
  void letsPassWhatIsKnownAndWhatIsNotOurs(String name) {
    assertThatCode(() -> known.check(List.of(name))).doesNotThrowAnyException();
  }

  @Test
  void knowsEveryNameThatTheScriptsUse() throws IOException {
    // given
    var scripts =
        Files.readString(Checkout.root().resolve("tarn"))
            + Files.readString(Checkout.root().resolve(".ci/run"));
    var used = Pattern.compile("TARN_[A-Z0-9_]+").matcher(scripts).results();
    // then
    assertThatCode(() -> known.check(used.map(MatchResult::group).toList()))
        .doesNotThrowAnyException();
  }
}
