package io.tarn.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The edge on one machine, without TLS.
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PlainEdgeTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/me", "/sign-in"})
  void promisesNoHttpsThatIsNotThere(String path) {
    // when
    var answer = new Browser().get(path);

    // then
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }
}
