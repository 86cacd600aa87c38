package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A kept query as the catalogue tells it.
record KeptQuery(JsonNode document) {
  private static final int LONGEST_SEARCH = 200;

  /// The query with this id or title.
  ///
  /// @throws IOException where there is none, or more than one
  static KeptQuery named(EdgeClient edge, String tenant, String name)
      throws IOException, InterruptedException {
    var queries = "/v1/tenants/%s/catalogue/queries".formatted(tenant);
    if (name.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return new KeptQuery(edge.get(queries + "/" + name));
    }
    var words = name.length() > LONGEST_SEARCH ? name.substring(0, LONGEST_SEARCH) : name;
    var found = edge.get(queries + "?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    return new KeptQuery(edge.get(queries + "/" + idOf(name, found.path("items"))));
  }

  /// The id of the one query with that title.
  static String idOf(String title, JsonNode found) throws IOException {
    var same = all(found).stream().filter(q -> isTitled(q, title)).toList();
    if (same.size() == 1) {
      return same.getFirst().path("id").asText();
    }
    if (same.isEmpty()) {
      var near =
          all(found).stream()
              .limit(5)
              .map(q -> "\n  " + q.path("title").asText())
              .collect(Collectors.joining());
      throw new IOException(
          "No query has the title '%s'.%s"
              .formatted(title, near.isEmpty() ? "" : " Those like it:" + near));
    }
    var ids = same.stream().map(q -> "\n  " + q.path("id").asText());
    throw new IOException(
        "More than one query has that title; name its id:%s"
            .formatted(ids.collect(Collectors.joining())));
  }

  private static boolean isTitled(JsonNode query, String title) {
    return query.path("title").asText().equalsIgnoreCase(title.strip());
  }

  private static List<JsonNode> all(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  String id() {
    return document.path("id").asText();
  }

  String statement() {
    return document.path("statement").asText();
  }

  /// The values as the types of the parameters want them; what does not fit goes as text, and the
  /// service says why not.
  Map<String, Object> values(Map<String, List<String>> given) {
    var values = new LinkedHashMap<String, Object>();
    given.forEach((name, texts) -> values.put(name, valueOf(name, texts)));
    return values;
  }

  private Object valueOf(String name, List<String> texts) {
    var declared =
        all(document.path("parameters")).stream()
            .filter(parameter -> parameter.path("name").asText().equals(name))
            .findFirst();
    var type = declared.map(parameter -> parameter.path("type").asText()).orElse("text");
    if (type.equals("list")) {
      var of = declared.orElseThrow().path("of").asText("text");
      return texts.stream().map(text -> single(of, text)).toList();
    }
    if (texts.size() > 1) {
      throw new IllegalArgumentException(name + " has one value.");
    }
    return single(type, texts.getFirst());
  }

  private static Object single(String type, String text) {
    return switch (type) {
      case "integer", "number" -> number(text);
      case "boolean" -> truth(text);
      default -> text;
    };
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
