package io.tarn.scheduler.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, 1.0000",
    "0, 0, 0, 5, 0.0000",
    "1, 1, 0, 1, 0.6666",
    "0, 0, 2, 1, 0.6666",
    "99999, 0, 0, 1, 0.9999",
    "1, 1, 1, 3, 0.5000"
  })
  void sharesWhatNeedsAnApprovalAndNeverSaysMoreThanItIs(
      long approved, long late, long emergency, long unapproved, String share) {
    // given
    var standing = new Standing("ann", approved, late, emergency, unapproved, 7, 8, 9);
    // then
    assertThat(standing.share()).isEqualTo(share);
    assertThat(standing.needed()).isEqualTo(approved + late + emergency + unapproved);
    assertThat(standing.changes()).isEqualTo(standing.needed() + 24);
  }

  @Test
  void hasNoShareWhereNothingNeedsAnApproval() {
    assertThat(new Standing(null, 0, 0, 0, 0, 3, 4, 5).share()).isNull();
  }
}
