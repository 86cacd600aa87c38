package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Origin;
import io.tarn.sql.tree.Symbols;
import io.trino.sql.tree.Node;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What all parts of one analysis share.
///
/// @param now what `now()` stands for
/// @param parameters what `{{name}}` stands for
/// @param named the event data stores that the statement has named so far
record AnalysisContext(
    ParsedStatement statement,
    List<EventDataStore> stores,
    Instant now,
    Parameters parameters,
    Symbols symbols,
    Set<EventDataStore> named) {
  AnalysisContext(
      ParsedStatement statement, List<EventDataStore> stores, Instant now, Parameters parameters) {
    this(statement, List.copyOf(stores), now, parameters, new Symbols(), new LinkedHashSet<>());
  }

  SourceLocation location(Node node) {
    return statement.location(node);
  }

  Origin origin(Node node) {
    return new Origin(location(node));
  }

  /// The refusal of a construct by its name.
  StatementException unsupported(Node node, String construct) {
    return new StatementException.Unsupported(location(node), construct);
  }

  StatementException misplaced(Node node, String construct, String message) {
    return new StatementException.Misplaced(location(node), construct, message);
  }

  StatementException wrongType(Node node, String construct, String message) {
    return new StatementException.WrongType(location(node), construct, message);
  }

  /// A name as its author wrote it.
  String nameOf(io.trino.sql.tree.Identifier identifier) {
    return statement.text().nameOf(identifier.getValue());
  }
}
