package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.storage.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Statements that are sent together are one transaction.
@QuarkusTest
@OnIngestParts
class StatementsTogetherTest {
  private static final String INSERT =
      "insert into ingest.job_leases (job, held_until) values (?, now()) returning job";
  private static final String COUNT =
      "select count(*) as jobs from ingest.job_leases where job like ?";

  @Inject DataSource database;

  @Test
  void undoesAllWhereOneFails() {
    // given
    var steps =
        List.of(
            step(Sql.of(INSERT).with("together-failing"), new ArrayList<>()),
            step(Sql.of("select 1 / ? as job").with(0), new ArrayList<>()));

    // then
    assertThatThrownBy(() -> Sql.runTogether(database, steps)).isInstanceOf(SQLException.class);
    assertThat(
            TestTenant.one("select count(*) from ingest.job_leases where job like 'together-f%'"))
        .isEqualTo(0L);
  }

  @Test
  void seesWhatTheStatementsBeforeDid() throws SQLException {
    // given
    var names = new ArrayList<String>();
    var counts = new ArrayList<Long>();

    // when
    Sql.runTogether(
        database,
        List.of(
            step(Sql.of(INSERT).with("together-1"), names),
            step(Sql.of(INSERT).with("together-2"), names),
            new Sql.Step(Sql.of(COUNT).with("together-_"), row -> counts.add(row.number("jobs")))));

    // then
    assertThat(names).containsExactly("together-1", "together-2");
    assertThat(counts).containsExactly(2L);
  }

  private static Sql.Step step(Sql statement, List<String> names) {
    return new Sql.Step(statement, row -> names.add(row.text("job")));
  }
}
