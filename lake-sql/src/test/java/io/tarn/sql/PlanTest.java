package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// PostgreSQL can make of a translation what was meant by it: leave out partitions, use indexes.
class PlanTest {
  static LakeTable table;

  @BeforeAll
  static void createTable() throws SQLException {
    table = LakeTable.create();
  }

  @Test
  void leavesOutPartitionsByTheEventTime() throws SQLException {
    // when
    var plan = table.plan("select count(*) from $EDS_ID where eventTime >= '2024-01-01'");
    // then
    assertThat(plan).contains("_2024").doesNotContain("_2023");
  }

  @Test
  void leavesOutPartitionsByTheCalendarDay() throws SQLException {
    // when
    var plan =
        table.plan("select eventID from $EDS_ID where calendarday between 20230501 and 20230531");
    // then
    assertThat(plan).contains("_2023").doesNotContain("_2024");
  }

  @Test
  void readsTheNewestFirstFromTheIndex() throws SQLException {
    // when
    var plan = table.plan("select eventID, eventTime from $EDS_ID order by eventTime desc limit 3");
    // then
    assertThat(plan).contains("Backward").doesNotContain("Sort Key");
  }

  @Test
  void groupsWithoutAStepOfItsOwnForTheInnerSelect() throws SQLException {
    // when
    var plan =
        table.plan(
            "select element_at(requestParameters, 'k') as k, count(*) from $EDS_ID group by 1");
    // then
    assertThat(plan).doesNotContain("Subquery Scan");
  }
}
