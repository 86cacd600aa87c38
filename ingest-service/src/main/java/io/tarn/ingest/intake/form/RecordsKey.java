package io.tarn.ingest.intake.form;

/// Watches the first level of an object for `"Records":`. Not thread-safe.
final class RecordsKey {
  static final String NAME = "Records";

  private boolean named;
  private boolean complete;
  private int before = '{';

  static boolean isAt(int c, int place) {
    return place >= 0 && place < NAME.length() && NAME.charAt(place) == c;
  }

  /// A string ended at this depth.
  void string(boolean isName, int depth) {
    named = isName && depth == 1 && (before == '{' || before == ',');
    complete = false;
    before = '"';
  }

  /// Some other byte outside of strings.
  void other(int next) {
    if (!EventSplitter.isSpace(next)) {
      complete = named && before == '"' && next == ':';
      named = complete;
      before = next;
    }
  }

  /// Whether the next value is that of `Records`.
  boolean isComplete() {
    return complete;
  }
}
