package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.parts.Checkout;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaceableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRES | jdbc:postgresql://db.example:6432/tarn?password=hidden | db.example:6432",
        "POSTGRES | jdbc:postgresql://one,two:5433/tarn                    | one:5432, two:5433",
        "KAFKA    | a.example:9092, b.example                             | a.example:9092, b.example:9092",
        "S3       | https://s3.eu-central-1.amazonaws.com                 | s3.eu-central-1.amazonaws.com:443",
        "S3       | http://127.0.0.1:9000                                 | 127.0.0.1:9000",
        "KEYCLOAK | http://[::1]/realms/tarn                              | [::1]:80"
      })
  void keepsHostsAndPortsOfAnAddressAndNothingElse(Replaceable part, String address, String shown) {
    // when
    var elsewhere = part.elsewhere(settings(part.variable(), address));
    // then
    assertThat(elsewhere).hasValueSatisfying(found -> assertThat(found).hasToString(shown));
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, postgres://db.example/hidden",
    "POSTGRES, jdbc:postgresql://db.example",
    "KAFKA, http://hidden:9092",
    "S3, hidden:9000",
    "KEYCLOAK, https://user:hidden@login.example/realms/tarn"
  })
  void refusesWhatIsNoAddressWithoutRepeatingIt(Replaceable part, String address) {
    assertThatThrownBy(() -> part.elsewhere(settings(part.variable(), address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part.variable())
        .hasMessageNotContaining("hidden");
  }

  @Test
  void isOursWhereTheVariableIsEmpty() {
    assertThat(Replaceable.KAFKA.isElsewhere(settings(Replaceable.KAFKA.variable(), " ")))
        .isFalse();
  }

  @Test
  void takesKeysOfAStoreOnlyTogetherWithItsAddress() {
    // given
    var keysOnly = settings("TARN_S3_ACCESS_KEY_ID", "t-of-a-tenant");
    // then
    assertThat(keysOnly.s3AccessKeyId()).isEqualTo("tarn-services");
  }

  private static Settings settings(String variable, String value) {
    return Settings.of(Checkout.root(), Map.of(variable, value));
  }
}
