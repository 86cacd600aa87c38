package io.tarn.catalog.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is over is forgotten, and found by an index.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
class ForgettingTest {
  @Inject ForgettingJob job;
  @Inject DataSource database;

  private final String tenant = Ids.tenantId().value();

  @Test
  void forgetsWhatIsOverAndNothingElse() throws SQLException {
    // given
    tenant();
    run(
        """
        insert into invitations (tenant_id, id, code_hash, role, expires_at)
        select '%1$s', gen_random_uuid(), sha256(('%1$s' || n)::bytea), 'viewer',
          now() - n * interval '1 day' from generate_series(80, 100) n"""
            .formatted(tenant));
    run(
        """
        insert into role_changes (tenant_id, issuer, subject, changed_at)
        select '%s', 'i', n::text, now() - n * interval '1 day' from generate_series(350, 380) n"""
            .formatted(tenant));

    // when
    job.forget();

    // then
    assertThat(number("select count(*) from invitations where tenant_id = '%s'")).isEqualTo(10);
    assertThat(number("select count(*) from role_changes where tenant_id = '%s'"))
        .isBetween(15, 17);
  }

  static Stream<Arguments> lookUps() {
    return Stream.of(
        Arguments.of("ix_invitations_expires_at", ForgettingJob.INVITATIONS),
        Arguments.of("ix_role_changes_changed_at", ForgettingJob.ROLE_CHANGES),
        Arguments.of(
            "ix_ended_sessions_ended_at",
            "delete from ended_sessions where ended_at < now() - interval '31 days'"),
        Arguments.of(
            "ix_idempotency_keys_started_at",
            """
            select ctid from idempotency_keys where started_at < now() - interval '1 day'
            order by started_at limit 50 for update skip locked"""),
        Arguments.of("pk_outbox", "select payload from outbox order by sequence limit 500"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lookUps")
  void looksUpByAnIndex(String index, String statement) throws SQLException {
    // given: a planner that reads a table as a whole only where no index fits
    try (var connection = database.getConnection();
        var explain = connection.createStatement()) {
      connection.setAutoCommit(false);
      explain.execute("set local enable_seqscan = off");
      explain.execute("set local enable_sort = off");

      // when
      var plan = new StringBuilder();
      try (var lines = explain.executeQuery("explain " + statement)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      connection.rollback();

      // then
      assertThat(plan.toString()).contains(index).doesNotContain("Seq Scan");
    }
  }

  private void tenant() throws SQLException {
    run(
        """
        insert into tenants (tenant_id, slug, name, home_account, status)
        values ('%1$s', 'f-%1$s', 'x', '111122223333', 'active')"""
            .formatted(tenant));
  }

  private int number(String query) throws SQLException {
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery(query.formatted(tenant))) {
      found.next();
      return found.getInt(1);
    }
  }

  private void run(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
