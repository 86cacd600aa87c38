package io.tarn.sql.oracle;

import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Unnest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// `unnest(resources) AS r` where `r` itself is used as a value, not only to reach its fields:
/// `unnest(transform(resources, e -> row(e))) AS r(r)`.
final class RowAliases {
  private RowAliases() {}

  static String named(String statement) {
    return ParsedText.of(statement).map(RowAliases::named).orElse(statement);
  }

  private static String named(ParsedText text) {
    for (var relation : text.all(AliasedRelation.class)) {
      if (relation.getRelation() instanceof Unnest unnest
          && unnest.getExpressions().size() == 1
          && !unnest.isWithOrdinality()
          && (relation.getColumnNames() == null || relation.getColumnNames().isEmpty())
          && isValue(text, relation.getAlias())) {
        text.changeParenthesized(unnest, array -> "transform(" + array + ", e -> row(e))");
        text.changeName(relation.getAlias(), alias -> alias + "(" + alias + ")");
      }
    }
    return text.edited();
  }

  private static boolean isValue(ParsedText text, Identifier alias) {
    Set<Node> owners = Collections.newSetFromMap(new IdentityHashMap<>());
    owners.add(alias);
    text.all(DereferenceExpression.class).forEach(path -> owners.addAll(path.getChildren()));
    text.all(AllColumns.class).forEach(all -> owners.addAll(all.getChildren()));
    return text.all(Identifier.class).stream()
        .filter(name -> name.getValue().equalsIgnoreCase(alias.getValue()))
        .anyMatch(name -> !owners.contains(name));
  }
}
