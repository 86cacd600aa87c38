package io.tarn.acceptance.reference;

/// Small matters of the pages' notation.
final class Markdown {
  private Markdown() {}

  /// Text that stays within one cell of a table.
  static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
  }
}
