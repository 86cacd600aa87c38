package io.tarn.scheduler.chargeback;

/// Texts and names as Lake SQL writes them.
final class SqlText {
  private SqlText() {}

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }
}
