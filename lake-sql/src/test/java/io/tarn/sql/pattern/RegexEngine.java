package io.tarn.sql.pattern;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one engine answers, in one notation for all of them.
interface RegexEngine {
  /// MATCH: `true`, `false`. EXTRACT: `2:whole` or `2:group|group`, `-` without a match, `~` for a
  /// group without part in it. EXTRACT_ALL: the same of each match, without numbers. REPLACE:
  /// each match in `<>`, with its groups behind commas. SPLIT: the parts. COUNT: the number.
  String answer(Use use, String pattern, String subject) throws SQLException;

  static String replacement(int groups) {
    var text = new StringBuilder("<$0");
    for (int group = 1; group <= groups; group++) {
      text.append(",$").append(group);
    }
    return text.append('>').toString();
  }

  static String joined(List<@Nullable String> parts) {
    return parts.stream().map(part -> part == null ? "~" : part).collect(Collectors.joining("|"));
  }
}
