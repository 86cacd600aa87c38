package io.tarn.query.tenantdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.postgres.TenantReach;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Raw SQL straight on a connection with one tenant's login, aimed at another tenant, at the
/// services and at the server. The editor and the API never let such a text through to the
/// database; this shows that nothing would be lost if they did.
///
/// The attempts, each with what the database answers, are the lines of `isolation-attempts.txt`.
class IsolationTest {
  /// Stands in everything of the other tenant that must not be seen.
  static final String MARKER = "globexmarker";

  static TenantFixture acme;
  static TenantFixture globex;
  static UUID globexStore;
  static Connection globexSession;
  static TestParts parts;

  @BeforeAll
  static void twoTenants() throws SQLException {
    parts = TestParts.running();
    try (var provisioner = parts.connectAs("tarn_ingest")) {
      acme = TenantFixture.create(provisioner, parts.masterSecret());
      globex = TenantFixture.create(provisioner, parts.masterSecret());
      var own = acme.store("own", true);
      acme.event(own, "2023-05-01 10:00:00", "acme-1", Map.of("event_name", "RunInstances"));
      globexStore = globex.store(MARKER, true);
      globex.event(globexStore, "2023-05-01 10:00:00", "globex-1", Map.of("event_name", MARKER));
    }
    globexSession = busySessionOf(globex);
  }

  @AfterAll
  static void close() throws SQLException {
    globexSession.close();
  }

  static List<Attempt> attempts() {
    return Attempt.readAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void isAnsweredAsExpected(Attempt attempt) throws SQLException {
    try (var connection = parts.connectAs(acme.tenant().schema())) {
      // given
      connection.setAutoCommit(false);
      // when
      var answer = answerTo(connection, placed(attempt.sql()));
      // then
      assertThat(answer).as(attempt.sql()).startsWith(attempt.answer());
      assertThat(answer).doesNotContainIgnoringCase(MARKER).doesNotContain("globex-1");
    }
  }

  @Test
  void readsItsOwnEvents() throws SQLException {
    try (var connection = parts.connectAs(acme.tenant().schema())) {
      // when
      var answer = answerTo(connection, "select count(*) from event_data_stores");
      // then
      assertThat(answer).isEqualTo("1");
    }
  }

  @Test
  void reachesNothingOfTheListOfForbiddenThings() throws SQLException {
    try (var connection = parts.connectAs(acme.tenant().schema())) {
      assertThat(TenantReach.violations(connection)).isEmpty();
    }
  }

  @Test
  void endsEachTransactionWithoutATrace() throws SQLException {
    try (var connection = parts.connectAs(acme.tenant().schema())) {
      // given
      connection.setAutoCommit(false);
      answerTo(
          connection, "set search_path = pg_temp; set statement_timeout = 0; set work_mem = '1GB'");
      // when
      connection.rollback();
      // then
      assertThat(answerTo(connection, "show statement_timeout")).isEqualTo("15min");
      assertThat(answerTo(connection, "show search_path")).isEqualTo(acme.tenant().schema());
      assertThat(answerTo(connection, "show work_mem")).isEqualTo("16MB");
    }
  }

  @Test
  void isStoppedByItsTimeoutHoweverItSpendsTheTime() throws SQLException {
    try (var connection = parts.connectAs(acme.tenant().schema())) {
      // given
      connection.setAutoCommit(false);
      answerTo(connection, "set local statement_timeout = '300ms'");
      // when
      var answer = answerTo(connection, "select count(*) from generate_series(1, 100000000000)");
      // then
      assertThat(answer).isEqualTo("57014");
    }
  }

  @Test
  void leavesTheSessionsOfOthersUndisturbed() throws SQLException {
    try (var statement = globexSession.createStatement();
        var row = statement.executeQuery("select event_name from " + globex.table(globexStore))) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(MARKER);
    }
  }

  private static Connection busySessionOf(TenantFixture tenant) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", tenant.tenant().schema());
    properties.setProperty(
        "password", parts.masterSecret().derive("postgres-login", tenant.tenant().schema()));
    properties.setProperty("ApplicationName", MARKER);
    var session = DriverManager.getConnection(parts.postgresUrl(), properties);
    session.setAutoCommit(false);
    try (var statement = session.createStatement()) {
      statement.execute("select count(*) as " + MARKER + " from " + tenant.table(globexStore));
    }
    return session;
  }

  private static String placed(String sql) {
    return sql.replace("${own}", acme.tenant().schema())
        .replace("${other}", globex.tenant().schema())
        .replace("${table}", globex.table(globexStore));
  }

  /// The SQLSTATE of a refusal, or all that came back as text.
  private static String answerTo(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(20);
      var isRows = statement.execute(sql);
      while (!isRows && statement.getUpdateCount() >= 0) {
        isRows = statement.getMoreResults();
      }
      return isRows ? text(statement) : "done";
    } catch (SQLException refusal) {
      return String.valueOf(refusal.getSQLState());
    }
  }

  private static String text(Statement statement) throws SQLException {
    var cells = new ArrayList<String>();
    try (var rows = statement.getResultSet()) {
      while (rows.next() && cells.size() < 20_000) {
        for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
          cells.add(String.valueOf(rows.getString(at)));
        }
      }
    }
    return String.join(" ", cells);
  }
}
