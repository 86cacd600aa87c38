package io.tarn.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPassTest {
  private static final String ID = "37382170-182d-42ed-9df9-5aaf0b4b9511";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select x from " + ID,
        "select x from " + ID + ";",
        "select " + ID + ".x from " + ID + " where y = 'a' -- the end",
        "-- first " + ID + "\nselect x from $EDS_ID ; /* last */ ",
        "select x from $eds_id as t",
        "select x from arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/" + ID,
      })
  void keepsThePositionOfEverything(String statement) {
    // when
    var text = TokenPass.read(statement, new Faults());
    // then
    assertThat(text.readable()).hasSameSizeAs(statement);
    assertThat(text.readable().indexOf("from")).isEqualTo(statement.indexOf("from"));
    assertThat(text.standIns()).isNotEmpty();
    text.standIns()
        .forEach((standIn, written) -> assertThat(standIn).hasSameSizeAs(written).startsWith("_e"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select '" + ID + "; $EDS_ID'",
        "select \"" + ID + "\" from t",
        "select 1 /* " + ID + "; */ -- $EDS_ID;",
        "select 'it''s " + ID + "'",
        "select x" + ID + " from t",
        "select 0" + ID,
      })
  void leavesLiteralsQuotedNamesAndCommentsAlone(String statement) {
    assertThat(TokenPass.read(statement, new Faults()).readable()).isEqualTo(statement);
  }
}
