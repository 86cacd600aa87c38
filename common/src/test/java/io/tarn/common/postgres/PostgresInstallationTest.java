package io.tarn.common.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.common.id.Ids;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresInstallationTest {
  private static final MasterSecret SECRET = MasterSecret.ofHex("ab".repeat(32));
  private static final TenantId ACME = Ids.tenantId();
  private static final TenantId GLOBEX = Ids.tenantId();
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void install() throws Exception {
    postgres =
        EmbeddedPostgres.builder().setServerConfig("max_locks_per_transaction", "64").start();
    try (var superuser = postgres.getPostgresDatabase().getConnection();
        var statement = superuser.createStatement()) {
      statement.execute("create database tarn");
    }
    try (var superuser = superuser()) {
      PostgresInstallation.apply(superuser, SECRET);
      PostgresInstallation.apply(superuser, SECRET);
    }
    try (var ingest = login("tarn_ingest")) {
      provision(ingest, ACME);
      provision(ingest, GLOBEX);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tarn_catalog", "tarn_ingest", "tarn_query", "tarn_scheduler"})
  void givesEachServiceItsOwnSchema(String name) throws Exception {
    // given
    var schema = name.substring("tarn_".length());

    // when
    try (var service = login(name);
        var statement = service.createStatement()) {
      statement.execute("create table things (id int)");
      statement.execute(
          "select pg_try_advisory_lock(1), set_config('search_path', '%s', false)"
              .formatted(schema));
      statement.execute("drop table %s.things".formatted(schema));

      // then
      assertThat(service.getSchema()).isEqualTo(schema);
    }
  }

  @Test
  void leavesNothingWithinReachOfATenant() throws Exception {
    // given
    try (var tenant = login(ACME.schema())) {
      // when
      var violations = TenantReach.violations(tenant);

      // then
      assertThat(violations).isEmpty();
    }
  }

  @Test
  void seesWhatWasOpenedAgain() throws Exception {
    // given
    try (var superuser = superuser();
        var statement = superuser.createStatement();
        var tenant = login(ACME.schema())) {
      statement.execute("grant execute on function pg_notify(text, text) to public");

      // when
      var violations = TenantReach.violations(tenant);
      PostgresInstallation.apply(superuser, SECRET);

      // then
      assertThat(violations).containsExactly("pg_notify(text,text)");
      assertThat(TenantReach.violations(tenant)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select set_config('role', 'tarn_ingest', false)",
        "set role tarn_ingest",
        "set role tarn_tenants",
        "set session authorization postgres",
        "select * from ${globex}.event_data_stores",
        "select rolname from pg_roles",
        "select * from pg_stat_activity",
        "select * from pg_stat_get_activity(null)",
        "select * from pg_db_role_setting",
        "select pg_total_relation_size('${globex}.event_data_stores'::regclass)",
        "select query_to_xml('select 1', true, true, '')",
        "select pg_sleep(1)",
        "select pg_advisory_lock(1)",
        "select lo_create(0)",
        "select pg_notify('a', 'b')",
        "copy (select 1) to program 'true'",
        "copy (select 1) to '/tmp/tarn-copy'",
        "select pg_read_file('/etc/passwd')",
        "create temporary table mine (id int)",
        "create schema mine",
        "create table ${acme}.mine (id int)",
        "create extension dblink",
        "do $$ begin perform 1; end $$",
        "insert into ${acme}.event_data_stores (id, name, arn, category, is_default)"
            + " values (gen_random_uuid(), 'n', 'a', 'c', false)",
      })
  void refusesATenantsWayOut(String attempt) throws Exception {
    // given
    var text = attempt.replace("${globex}", GLOBEX.schema()).replace("${acme}", ACME.schema());
    try (var tenant = login(ACME.schema());
        var statement = tenant.createStatement()) {
      statement.execute("set default_transaction_read_only = off");

      // when, then
      assertThatThrownBy(() -> statement.execute(text))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).startsWith("42501"));
    }
  }

  @Test
  void keepsTenantsOutOfOtherDatabases() {
    // given
    var url = postgres.getJdbcUrl(ACME.schema(), "postgres");

    // when, then
    assertThatThrownBy(
            () -> DriverManager.getConnection(url, ACME.schema(), password(ACME.schema())))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void letsATenantReadItsOwn() throws Exception {
    // given
    try (var tenant = login(ACME.schema());
        var statement = tenant.createStatement()) {
      // when
      var rows = statement.executeQuery("select count(*) from event_data_stores");

      // then
      assertThat(rows.next()).isTrue();
    }
  }

  private static void provision(Connection ingest, TenantId tenant) throws SQLException {
    new TenantSchema(tenant).apply(ingest, password(tenant.schema()));
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        postgres.getJdbcUrl("postgres", "tarn"), "postgres", "postgres");
  }

  private static Connection login(String name) throws SQLException {
    return DriverManager.getConnection(postgres.getJdbcUrl(name, "tarn"), name, password(name));
  }

  private static String password(String login) {
    return SECRET.derive(PostgresInstallation.LOGIN_PURPOSE, login);
  }
}
