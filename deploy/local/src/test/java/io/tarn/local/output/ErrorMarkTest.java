package io.tarn.local.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorMarkTest {
  @Test
  void marksThePlaceUnderItsLine() {
    // given
    var statement = "-- first\nSELECT nosuch\nFROM $EDS_ID";
    // then
    assertThat(ErrorMark.of(statement, 2, 8, 6).lines())
        .containsExactly("SELECT nosuch", "       ^^^^^^");
  }

  @Test
  void keepsTabsSoThatTheMarkStandsUnderThePlace() {
    assertThat(ErrorMark.of("\tSELECT x", 1, 9, 1).lines())
        .containsExactly("\tSELECT x", "\t       ^");
  }

  @Test
  void marksTheEndOfAStatementThatEndsTooEarly() {
    assertThat(ErrorMark.of("SELECT", 1, 7, 1).lines()).containsExactly("SELECT", "      ^");
  }

  @Test
  void marksNothingBeyondTheLine() {
    assertThat(ErrorMark.of("SELECT x", 1, 8, 50).lines()).containsExactly("SELECT x", "       ^");
    assertThat(ErrorMark.of("SELECT x", 9, 1, 1)).isEmpty();
  }
}
