package io.tarn.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A line of `functions.txt`, and a call of its template with NULLs.
record FunctionLine(String name, List<String> parameters, String result, String template) {
  private static final Map<String, String> NATIVE =
      Map.ofEntries(
          Map.entry("boolean", "boolean"),
          Map.entry("tinyint", "smallint"),
          Map.entry("smallint", "smallint"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("real", "real"),
          Map.entry("double", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("varchar", "text"),
          Map.entry("json", "text"),
          Map.entry("varbinary", "bytea"),
          Map.entry("date", "date"),
          Map.entry("time", "time without time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("interval day to second", "bigint"),
          Map.entry("interval year to month", "integer"),
          Map.entry("ipaddress", "inet"));

  static FunctionLine of(String line) {
    var parts = line.split(" \\| ", 3);
    var signature = parts[0].split(" where ", 2)[0];
    int open = signature.indexOf('(');
    int close = signature.lastIndexOf("): ");
    return new FunctionLine(
        signature.substring(0, open),
        listed(signature.substring(open + 1, close)),
        signature.substring(close + 3),
        parts[1].strip());
  }

  private static List<String> listed(String parameters) {
    var list = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < parameters.length(); at++) {
      switch (parameters.charAt(at)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            list.add(parameters.substring(start, at).strip());
            start = at + 1;
          }
        }
        default -> {}
      }
    }
    if (!parameters.isBlank()) {
      list.add(parameters.substring(start).strip());
    }
    return list;
  }

  /// Aggregates and windows take and give native values, for which text stands here.
  private boolean isNative() {
    return template.contains("#");
  }

  String call() {
    var call = template.equals("=") ? "lake." + name + "({*})" : template;
    var arguments = parameters.stream().map(type -> "null::" + postgres(type)).toList();
    call = call.replace("{*}", String.join(", ", arguments));
    for (int index = 0; index < arguments.size(); index++) {
      call =
          call.replace("{" + index + "}", arguments.get(index))
              .replace("{" + index + ":json}", "null::jsonb")
              .replace("{kind:" + index + "}", "'text'")
              .replace("{type:" + index + "}", "'varchar'")
              .replace("{digits:" + index + "}", "3")
              .replace("{scale:" + index + "}", "2");
    }
    var over = isWindow() ? " over (order by 1)" : "";
    return call.replace("{distinct}", "").replace("{order}", "").replace("#", over);
  }

  private boolean isWindow() {
    return template.matches(".*(row_number|rank|cume_dist|ntile|_value|lag|lead)\\(.*")
        && !template.contains("any_value");
  }

  String resultType() {
    var encoded = List.of("min_by", "max_by").contains(name);
    return encoded ? "jsonb" : postgres(result);
  }

  private String postgres(String type) {
    var plain = type.replace("...", "");
    if (plain.matches("[A-Z]")) {
      return isNative() ? "text" : "jsonb";
    } else if (plain.matches("(array|map|row)\\(.*")) {
      return "jsonb";
    } else if (plain.endsWith("with time zone")) {
      return "lake.zoned";
    }
    return NATIVE.getOrDefault(plain.replaceFirst("\\(.*", ""), "no type for " + plain);
  }

  @Override
  public String toString() {
    return name + parameters + ": " + result;
  }
}
