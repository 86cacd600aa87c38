package io.tarn.sql.oracle;

import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.Predicated;
import java.util.Set;

/// `requestParameters LIKE '%x%'` over the text that results show for the map (Lake §6.2).
final class MapTexts {
  private static final Set<String> MAPS =
      Set.of(
          "requestparameters",
          "responseelements",
          "additionaleventdata",
          "serviceeventdetails",
          "addendum",
          "edgedevicedetails",
          "insightdetails",
          "requestcontext",
          "principaltags",
          "configuration",
          "supplementaryconfiguration",
          "tags",
          "details");

  private MapTexts() {}

  static String rendered(String statement) {
    return ParsedText.of(statement).map(MapTexts::rendered).orElse(statement);
  }

  private static String rendered(ParsedText text) {
    for (var predicated : text.all(Predicated.class)) {
      if (predicated.getPredicate() instanceof LikePredicate
          && MAPS.contains(ParsedText.lastName(predicated.getValue()))) {
        text.changePath(predicated.getValue(), MapTexts::rendering);
      }
    }
    return text.edited();
  }

  private static String rendering(String map) {
    return "('{' || array_join(transform(map_entries("
        + map
        + "), e -> e[1] || '=' || coalesce(e[2], 'null')), ', ') || '}')";
  }
}
