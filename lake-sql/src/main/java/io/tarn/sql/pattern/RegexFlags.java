package io.tarn.sql.pattern;

/// The flags of a part of a regular expression: `i`, `s` and `m`.
record RegexFlags(boolean ignoresCase, boolean isDotAll, boolean isMultiline) {
  static final RegexFlags NONE = new RegexFlags(false, false, false);

  RegexFlags with(String letters) {
    return new RegexFlags(
        ignoresCase || letters.contains("i"),
        isDotAll || letters.contains("s"),
        isMultiline || letters.contains("m"));
  }
}
