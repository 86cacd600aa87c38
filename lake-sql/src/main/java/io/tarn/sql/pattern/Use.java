package io.tarn.sql.pattern;

/// What a function asks of a regular expression. The more it asks, the fewer patterns are certain.
public enum Use {
  /// regexp_like: whether there is a match.
  MATCH(false, false),
  /// regexp_extract and regexp_position: where the first match and its groups lie.
  EXTRACT(false, true),
  /// regexp_extract_all: where each match and its groups lie.
  EXTRACT_ALL(true, true),
  /// regexp_replace: where each match and its groups lie.
  REPLACE(true, true),
  /// regexp_split: where each match lies.
  SPLIT(true, false),
  /// regexp_count: where each match lies.
  COUNT(true, false);

  private final boolean isRepeated;
  private final boolean isGrouped;

  Use(boolean isRepeated, boolean isGrouped) {
    this.isRepeated = isRepeated;
    this.isGrouped = isGrouped;
  }

  /// Whether the search goes on behind a match, where the engines treat empty matches differently.
  boolean isRepeated() {
    return isRepeated;
  }

  boolean isGrouped() {
    return isGrouped;
  }

  boolean isExtentNeeded() {
    return this != MATCH;
  }
}
