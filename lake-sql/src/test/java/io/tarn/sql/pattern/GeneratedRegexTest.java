package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever is accepted gives the same answer in both engines.
class GeneratedRegexTest {
  private static final long SEED = 20_240_501;
  private static final int PATTERNS = 6_000;
  private static final int SUBJECTS = 4;

  private final RegexGenerator generator = new RegexGenerator(SEED);
  private final JavaRegex java = new JavaRegex();
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void answersAlike() throws SQLException {
    // when
    try (var postgres = new PostgresRegex()) {
      for (int i = 0; i < PATTERNS; i++) {
        compare(postgres, generator.use(), generator.pattern());
      }
    }
    // then
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(PATTERNS);
  }

  private void compare(PostgresRegex postgres, Use use, String pattern) throws SQLException {
    for (int i = 0; i < SUBJECTS; i++) {
      var subject = generator.subject();
      try {
        var translated = postgres.answer(use, pattern, subject);
        compared++;
        note(use, pattern, subject, translated);
      } catch (PatternException _) {
        return;
      }
    }
  }

  /// Java alone sees no line in a text without characters.
  private static boolean isJavasOwnWay(String pattern, String subject) {
    return subject.isEmpty() && pattern.startsWith("(?m)");
  }

  private void note(Use use, String pattern, String subject, String translated) {
    var expected = java.answer(use, pattern, subject);
    if (!expected.equals(translated) && !isJavasOwnWay(pattern, subject)) {
      differences.add(
          "%s %s on '%s': %s instead of %s".formatted(use, pattern, subject, translated, expected));
    }
  }
}
