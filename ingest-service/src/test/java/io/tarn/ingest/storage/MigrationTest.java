package io.tarn.ingest.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Migrations that touch what tenants have, seen from a tenant that was there before.
class MigrationTest {
  private static final String TENANT = "migrated0000000000000000aa";
  private static final String STORE = "37382170-182d-42ed-9df9-5aaf0b4b9511";
  private static final String TABLE = "t_" + TENANT + ".eds_37382170182d42ed9df95aaf0b4b9511";

  private final TestParts parts = TestParts.running();
  private TestParts migrated = parts;

  @BeforeEach
  void makeADatabaseOfItsOwn() throws SQLException {
    try (var superuser = parts.connectAsSuperuser()) {
      Sql.run(superuser, "drop database if exists migrated with (force)");
      Sql.run(superuser, "create database migrated template template0");
    }
    migrated =
        new TestParts(
            parts.postgresUrl().replaceFirst("/[^/?]+(\\?|$)", "/migrated$1"),
            parts.superuser(),
            parts.superuserPassword(),
            parts.bootstrapServers(),
            parts.masterSecretFile());
    try (var superuser = migrated.connectAsSuperuser()) {
      PostgresInstallation.apply(superuser, migrated.masterSecret());
    }
    try (var superuser = parts.connectAsSuperuser()) {
      PostgresInstallation.apply(superuser, parts.masterSecret());
    }
  }

  @Test
  void givesTenantsThatWereThereTheBytesOfTheirDays() throws SQLException {
    // given
    migrateTo("7");
    haveATenantWithEvents();

    // when
    migrateTo("8");

    // then
    try (var owner = migrated.connectAs("tarn_ingest")) {
      assertThat(
              Sql.query(
                  owner,
                  "select day || ' ' || bytes from t_%s.event_days".formatted(TENANT),
                  row -> row.getString(1)))
          .containsExactly("2026-11-20 10");
      assertThat(
              Sql.query(
                  owner,
                  "select has_table_privilege('t_%1$s', 't_%1$s.event_days', 'select')"
                      .formatted(TENANT),
                  row -> row.getBoolean(1)))
          .containsExactly(true);
    }
  }

  @Test
  void knowsTheAccountsOfEventsThatWereThere() throws SQLException {
    // given
    migrateTo("11");
    haveATenantWithEvents();

    // when
    migrateTo("12");

    // then
    try (var owner = migrated.connectAs("tarn_ingest")) {
      assertThat(
              Sql.query(
                  owner,
                  "select account || ' ' || taken from ingest.upload_accounts order by 1",
                  row -> row.getString(1)))
          .isEqualTo(List.of("111122223333 2"));
    }
  }

  private void migrateTo(String version) {
    var login = migrated.configuration("tarn_ingest");
    Flyway.configure()
        .dataSource(
            migrated.postgresUrl(),
            "tarn_ingest",
            String.valueOf(login.get("TARN_POSTGRES_PASSWORD")))
        .defaultSchema("ingest")
        .schemas("ingest")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private void haveATenantWithEvents() throws SQLException {
    try (var owner = migrated.connectAs("tarn_ingest")) {
      makeLogin(owner);
      Sql.run(
          owner,
          """
          insert into ingest.tenants (tenant_id) values ('%1$s');
          insert into ingest.event_data_stores
              (tenant_id, id, name, arn, category, is_default, schema_version)
          values ('%1$s', '%2$s', 'default', 'arn', 'CloudTrail', true, 1);
          create schema t_%1$s;
          create table %3$s (event_time timestamp(3), recipient_account_id text, event_json text);
          insert into %3$s values ('2026-11-20 10:00:00', '111122223333', '{"a":"ä"'),
              ('2026-11-20 11:00:00', '111122223333', ''), ('2026-11-20 12:00:00', null, '}')\
          """
              .formatted(TENANT, STORE, TABLE));
    }
  }

  /// Logins are of the server, so this one may be there from another database.
  private static void makeLogin(Connection owner) throws SQLException {
    Sql.run(
        owner,
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = 't_%1$s') then
            create role t_%1$s;
          end if;
        end $$\
        """
            .formatted(TENANT));
  }
}
