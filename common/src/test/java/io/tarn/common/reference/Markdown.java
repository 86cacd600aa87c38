package io.tarn.common.reference;

/// Small matters of the pages' notation.
public final class Markdown {
  private Markdown() {}

  /// Text that stays within one cell of a table.
  public static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
  }
}
