package io.tarn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.parts.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedPartsTest {
  private final TestParts parts = TestParts.running();

  @Test
  void ordersTextByCodePoint() throws SQLException {
    try (var connection = parts.connectAsSuperuser()) {
      // when
      var ordered =
          text(
              connection,
              "select string_agg(c, '' order by c) from (values ('a'), ('B'), ('ä'), ('Z')) t(c)");
      // then
      assertThat(ordered).isEqualTo("BZaä");
      assertThat(
              text(
                  connection,
                  """
                  select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)
                  from pg_database where datname = 'tarn'"""))
          .isEqualTo("b C.UTF-8 UTF8");
    }
  }

  @Test
  void holdsTheLocksThatManyPartitionsNeed() throws SQLException {
    try (var connection = parts.connectAsSuperuser()) {
      // when
      var locks = Integer.parseInt(text(connection, "show max_locks_per_transaction"));
      // then
      assertThat(locks).isGreaterThanOrEqualTo(1024);
    }
  }

  @Test
  void givesEachServiceItsOwnLogin() throws SQLException {
    for (var login : List.of("tarn_catalog", "tarn_ingest", "tarn_query", "tarn_scheduler")) {
      // given
      var resource = new EmbeddedPartsResource();
      resource.init(Map.of("login", login));
      var configuration = resource.start();
      // when
      try (var connection =
          DriverManager.getConnection(
              configuration.get("TARN_POSTGRES_URL"),
              configuration.get("TARN_POSTGRES_USER"),
              configuration.get("TARN_POSTGRES_PASSWORD"))) {
        // then
        assertThat(text(connection, "select session_user")).isEqualTo(login);
      }
    }
  }

  @Test
  void refusesALoginWithoutItsPassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(parts.postgresUrl(), "tarn_catalog", "guess"))
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void answersOnTheBroker() {
    // given
    var port = parts.bootstrapServers().split(":", 2)[1];
    // then
    assertThat(Ports.answers(Integer.parseInt(port))).isTrue();
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
