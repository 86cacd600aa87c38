package io.tarn.sql.render.postgres;

import io.tarn.sql.render.Sql;
import java.util.ArrayList;
import java.util.List;

/// Arrays of jsonb from their elements.
final class Lists {
  /// PostgreSQL takes 100 arguments in a call.
  private static final int MOST_ARGUMENTS = 100;

  private Lists() {}

  /// @param elements in the form of [Encoding#argument]
  static Sql array(List<Sql> elements) {
    if (elements.isEmpty()) {
      return Sql.of("'[]'::jsonb");
    }
    var parts = new ArrayList<Sql>();
    for (int at = 0; at < elements.size(); at += MOST_ARGUMENTS) {
      var end = Math.min(elements.size(), at + MOST_ARGUMENTS);
      parts.add(Sql.join("jsonb_build_array(", Sql.list(", ", elements.subList(at, end)), ")"));
    }
    return parts.size() == 1 ? parts.getFirst() : Sql.join("(", Sql.list(" || ", parts), ")");
  }
}
