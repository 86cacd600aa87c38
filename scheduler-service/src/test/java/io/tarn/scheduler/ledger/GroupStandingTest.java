package io.tarn.scheduler.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.ledger.ChangeAlert.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of changes that belong together is news, by what was told last.
class GroupStandingTest {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  @ParameterizedTest(name = "{0} unapproved, {1} emergencies, {2} pending, {3} h ago, told {4}")
  @CsvSource(
      textBlock =
          """
          # unapproved, emergencies, pending, hours ago, told last, news
          1, 0, 0,  5,           , unapproved
          0, 1, 0,  5,           , emergency
          1, 1, 0,  5,           , unapproved
          0, 0, 1,  5,           ,
          0, 0, 0,  5,           ,
          # What is older than a day after its waiting time is no news, unless somebody knows of it.
          1, 0, 0, 27,           , unapproved
          1, 0, 0, 28,           ,
          1, 0, 0, 99, resolved  , unapproved
          1, 0, 0, 99, emergency , unapproved
          # The same is told once.
          2, 0, 0,  5, unapproved,
          1, 3, 0,  5, unapproved,
          0, 1, 0,  5, emergency ,
          0, 1, 0, 99, unapproved, emergency
          # It is over when nothing is open and nothing waits.
          0, 0, 0, 99, unapproved, resolved
          0, 0, 0,  5, emergency , resolved
          0, 0, 1,  5, unapproved,
          0, 0, 0,  5, resolved  ,
          """)
  void isToldOnce(
      long unapproved,
      long emergencies,
      long pending,
      long hoursAgo,
      @Nullable String told,
      @Nullable String news) {
    var at = NOW.minus(Duration.ofHours(hoursAgo));
    var standing =
        new GroupStanding(
            "group",
            "head",
            9,
            unapproved,
            emergencies,
            pending,
            at,
            at,
            unapproved + emergencies == 0 ? null : at,
            told == null ? null : State.of(told));
    assertThat(standing.news(Duration.ofHours(4), NOW).map(State::wireName).orElse(null))
        .isEqualTo(news);
  }
}
