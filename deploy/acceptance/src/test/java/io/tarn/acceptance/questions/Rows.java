package io.tarn.acceptance.questions;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/// All rows that a statement answers, as texts.
final class Rows {
  static final Comparator<List<String>> ORDER = Comparator.comparing(List::toString);

  private Rows() {}

  static List<List<String>> of(Caller analyst, String tenant, String statement) {
    var id = Statements.finished(analyst, tenant, statement);
    var rows = new ArrayList<List<String>>();
    var cursor = "";
    do {
      var page = Statements.results(analyst, tenant, id, "limit=1000" + cursor).json();
      page.path("rows").forEach(row -> rows.add(texts(row)));
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return rows;
  }

  private static List<String> texts(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).map(Rows::text).toList();
  }

  static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
