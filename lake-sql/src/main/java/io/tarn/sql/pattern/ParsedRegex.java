package io.tarn.sql.pattern;

import java.util.Map;

/// A regular expression as read.
///
/// @param groups how many groups capture
/// @param names the numbers of the named groups
record ParsedRegex(RegexNode root, int groups, Map<String, Integer> names, boolean ignoresCase) {
  ParsedRegex {
    names = Map.copyOf(names);
  }
}
