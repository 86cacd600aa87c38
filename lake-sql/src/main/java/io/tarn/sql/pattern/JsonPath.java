package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The path of json_extract, json_extract_scalar and json_size: `$`, then `.name`, `[name]` or
/// `["name"]`. Wildcards, filters, descents and single quotes are not part of it.
///
/// How a step is written does not matter to Trino: in an object it is the name of a field, and in
/// an array, if it is a number, the index of an element, so that `$.items.0` and `$.items[0]` are
/// the same.
///
/// @param steps from the root
public record JsonPath(List<Step> steps) {
  public JsonPath {
    steps = List.copyOf(steps);
  }

  public sealed interface Step {
    String name();

    /// The name of a field; an array has no such element.
    record Key(String name) implements Step {}

    /// The name of a field in an object, the index of an element in an array.
    ///
    /// @param index counted from 0
    record KeyOrIndex(String name, int index) implements Step {}

    static Step of(String name) {
      var index = index(name);
      return index.isPresent() ? new KeyOrIndex(name, index.getAsInt()) : new Key(name);
    }

    /// As Java reads numbers: with a sign, with leading zeros and with digits of any script.
    private static OptionalInt index(String name) {
      try {
        int index = Integer.parseInt(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
      } catch (NumberFormatException _) {
        return OptionalInt.empty();
      }
    }
  }

  /// @throws PatternException.Invalid where Trino finds the path invalid
  public static JsonPath parse(String path) {
    return new JsonPath(new Reader(path).read());
  }

  private static final class Reader {
    private final String path;
    private int at;

    private Reader(String path) {
      this.path = path;
    }

    private List<Step> read() {
      require('$');
      var steps = new ArrayList<Step>();
      while (at < path.length()) {
        steps.add(Step.of(step()));
      }
      return steps;
    }

    private String step() {
      if (take('.')) {
        return unquoted(true);
      }
      require('[');
      var name = take('"') ? quoted() : unquoted(false);
      require(']');
      return name;
    }

    private String unquoted(boolean isColonAllowed) {
      int start = at;
      while (at < path.length() && isUnquoted(path.charAt(at), isColonAllowed)) {
        at++;
      }
      if (at == start) {
        throw invalid();
      }
      return path.substring(start, at);
    }

    private static boolean isUnquoted(char unit, boolean isColonAllowed) {
      return unit == '_' || Character.isLetterOrDigit(unit) || (isColonAllowed && unit == ':');
    }

    private String quoted() {
      var name = new StringBuilder();
      while (!take('"')) {
        boolean isEscaped = take('\\');
        if (at == path.length() || (isEscaped && "\"\\".indexOf(path.charAt(at)) < 0)) {
          throw invalid();
        }
        name.append(path.charAt(at++));
      }
      return name.toString();
    }

    private boolean take(char unit) {
      boolean isThere = at < path.length() && path.charAt(at) == unit;
      at += isThere ? 1 : 0;
      return isThere;
    }

    private void require(char unit) {
      if (!take(unit)) {
        throw invalid();
      }
    }

    private PatternException.Invalid invalid() {
      return new PatternException.Invalid(at, "Invalid JSON path: '" + path + "'");
    }
  }
}
