package io.tarn.sql.pattern;

/// The path of json_value, json_query and json_exists, in the part of SQL's path language that
/// Trino and PostgreSQL read alike:
///
/// ```
/// [lax|strict] $ ( .key | ."key" | .* | [n] | [last] | [*] )*
/// ```
///
/// @param isLax whether structural errors are passed over
/// @param postgresPath for PostgreSQL's jsonpath
/// @param isOrdered whether both find the items in one order; the members of an object that `.*`
///     finds come in the order of the text in Trino, and in jsonb's in PostgreSQL
public record SqlJsonPath(boolean isLax, String postgresPath, boolean isOrdered) {
  /// @throws PatternException for a path outside of that part
  public static SqlJsonPath translate(String path) {
    var reader = new Reader(path);
    boolean isLax = reader.mode();
    var steps = reader.steps();
    return new SqlJsonPath(isLax, (isLax ? "lax " : "strict ") + steps, reader.isOrdered);
  }

  private static final class Reader {
    private static final int MOST_DIGITS = 9;

    private final String path;
    private final StringBuilder result = new StringBuilder("$");
    private boolean isOrdered = true;
    private int at;

    private Reader(String path) {
      this.path = path;
    }

    private boolean mode() {
      skipSpaces();
      boolean isStrict = takeWord("strict");
      boolean isLax = !isStrict && takeWord("lax");
      skipSpaces();
      if (!isStrict && !isLax) {
        throw new PatternException.Invalid(at, "a path without lax or strict");
      }
      return isLax;
    }

    private String steps() {
      if (!take('$')) {
        throw unsupported("a path that does not begin at the root");
      }
      if (at < path.length() && isName(path.charAt(at))) {
        throw unsupported("a variable");
      }
      for (skipSpaces(); at < path.length(); skipSpaces()) {
        step();
      }
      return result.toString();
    }

    private void step() {
      if (take('.')) {
        skipSpaces();
        member();
      } else if (take('[')) {
        skipSpaces();
        element();
        skipSpaces();
        require(']');
      } else {
        throw unsupported("this part of a path");
      }
    }

    private void member() {
      if (take('*')) {
        result.append(".*");
        isOrdered = false;
      } else if (take('"')) {
        append(quoted());
      } else {
        append(unquoted());
      }
    }

    private void append(String key) {
      result.append(".\"").append(key).append('"');
    }

    private String unquoted() {
      int start = at;
      while (at < path.length() && isName(path.charAt(at))) {
        at++;
      }
      if (at == start || isDigit(path.charAt(start))) {
        throw new PatternException.Unsupported(start, "this member");
      }
      var name = path.substring(start, at);
      skipSpaces();
      if (at < path.length() && path.charAt(at) == '(') {
        throw new PatternException.Unsupported(start, "a method");
      }
      return name;
    }

    private String quoted() {
      int start = at;
      int end = path.indexOf('"', start);
      if (end < 0) {
        throw new PatternException.Invalid(start, "a key without end");
      }
      var key = path.substring(start, end);
      boolean isPlain = key.codePoints().allMatch(c -> c >= ' ' && c != '\\' && c != 0x7F);
      if (!isPlain || path.startsWith("\"", end + 1)) {
        throw new PatternException.Unsupported(start, "an escape in a key");
      }
      at = end + 1;
      return key;
    }

    private void element() {
      if (take('*')) {
        result.append("[*]");
      } else if (takeWord("last")) {
        result.append("[last]");
      } else {
        result.append('[').append(index()).append(']');
      }
    }

    private int index() {
      int start = at;
      while (at < path.length() && isDigit(path.charAt(at))) {
        at++;
      }
      boolean isLeadingZero = at > start + 1 && path.charAt(start) == '0';
      if (at == start || at - start > MOST_DIGITS || isLeadingZero) {
        throw new PatternException.Unsupported(start, "this subscript");
      }
      return Integer.parseInt(path.substring(start, at));
    }

    // --- characters
    // --------------------------------------------------------------------------------

    private static boolean isName(char unit) {
      return unit == '_' || isDigit(unit) || ((unit | 0x20) >= 'a' && (unit | 0x20) <= 'z');
    }

    private static boolean isDigit(char unit) {
      return unit >= '0' && unit <= '9';
    }

    private void skipSpaces() {
      while (at < path.length() && " \t\r\n".indexOf(path.charAt(at)) >= 0) {
        at++;
      }
    }

    private boolean takeWord(String word) {
      int end = at + word.length();
      boolean isThere =
          path.startsWith(word, at) && (end == path.length() || !isName(path.charAt(end)));
      at += isThere ? word.length() : 0;
      return isThere;
    }

    private boolean take(char unit) {
      boolean isThere = at < path.length() && path.charAt(at) == unit;
      at += isThere ? 1 : 0;
      return isThere;
    }

    private void require(char unit) {
      if (!take(unit)) {
        throw unsupported("this part of a subscript");
      }
    }

    private PatternException.Unsupported unsupported(String construct) {
      return new PatternException.Unsupported(at, construct);
    }
  }
}
