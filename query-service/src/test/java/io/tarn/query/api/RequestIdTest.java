package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One grant for several requests.
@QuarkusTest
@OnQueryParts
class RequestIdTest {
  private static final String OF_GRANT = "test-request";

  Scenarios scenarios;

  @BeforeEach
  void create() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void takesTheIdThatIsToldBesideTheGrant() throws SQLException {
    // given
    var told = UUID.randomUUID().toString();
    // when
    var id = submitted(told);
    // then
    assertThat(requestOf(id)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-2-3-4-5", "0193e3a0-0000-7000-8000-00000000000G"})
  void keepsTheGrantsOwnIdWhereNoneIsTold(String told) throws SQLException {
    // when
    var id = submitted(told);
    // then
    assertThat(requestOf(id)).isEqualTo(OF_GRANT);
  }

  private String submitted(String requestId) {
    return scenarios
        .acme
        .as(Role.ANALYST)
        .header("X-Request-Id", requestId)
        .body(Map.of("statement", "SELECT 1"))
        .post(scenarios.acme.path())
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static String requestOf(String execution) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var select =
            connection.prepareStatement("select request_id from query.executions where id = ?")) {
      select.setObject(1, UUID.fromString(execution));
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }
}
