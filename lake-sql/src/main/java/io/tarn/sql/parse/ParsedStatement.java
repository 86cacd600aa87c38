package io.tarn.sql.parse;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Query;

/// A statement that Trino's parser has read and the gate has let through.
///
/// @param faults what happens with those that are found in it
/// @param size counts what it grows to
public record ParsedStatement(Query query, StatementText text, Faults faults, StatementSize size) {

  /// Where a node begins.
  public SourceLocation location(Node node) {
    return text.location(node);
  }

  /// The refusal of a node that the analysis does not take, by the name of its construct.
  public StatementException unsupported(Node node) {
    return new StatementException.Unsupported(location(node), Constructs.nameOf(node));
  }
}
