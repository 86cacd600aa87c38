package io.tarn.sql.pattern;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small regular expressions over few characters, and texts that they are likely to match.
final class RegexGenerator {
  private static final List<String> ATOMS =
      List.of(
          "a", "a", "b", "b", "c", "1", ".", ".", "\\d", "\\w", "\\s", "\\W", "[ab]", "[^a]",
          "[a-c]", "[^a\\n]", "[\\d-]", "\\n", "\\.", "\\x61");
  private static final List<String> QUANTIFIERS =
      List.of("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{1,}");
  private static final List<String> ASSERTIONS =
      List.of("^", "$", "\\A", "\\z", "\\Z", "\\b", "\\B", "(?=a)", "(?!b)", "(?<=a)", "(?<!ab)");
  private static final List<Use> USES = List.of(Use.values());
  private static final String CHARACTERS = "aaaabbbbcAB1_-. \n";

  private final Random random;

  RegexGenerator(long seed) {
    random = new Random(seed);
  }

  Use use() {
    return USES.get(random.nextInt(USES.size()));
  }

  String pattern() {
    var flags = chance(8) ? "(?i)" : chance(10) ? "(?s)" : chance(10) ? "(?m)" : "";
    return flags + (chance(6) ? "^" : "") + choice(2) + (chance(4) ? "$" : "");
  }

  String subject() {
    return Stream.generate(() -> CHARACTERS.charAt(random.nextInt(CHARACTERS.length())))
        .limit(random.nextInt(9))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private String choice(int depth) {
    return chance(4) ? sequence(depth) + "|" + sequence(depth) : sequence(depth);
  }

  private String sequence(int depth) {
    return Stream.generate(() -> repeated(depth))
        .limit(1 + random.nextInt(3))
        .collect(Collectors.joining());
  }

  private String repeated(int depth) {
    if (chance(15)) {
      return pick(ASSERTIONS);
    }
    return atom(depth) + (chance(3) ? pick(QUANTIFIERS) : "");
  }

  private String atom(int depth) {
    if (depth > 0 && chance(4)) {
      return (chance(3) ? "(?:" : "(") + choice(depth - 1) + ")";
    }
    return pick(ATOMS);
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
