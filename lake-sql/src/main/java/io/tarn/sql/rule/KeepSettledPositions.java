package io.tarn.sql.rule;

import io.tarn.common.schema.EventSchema;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Filter;
import io.tarn.sql.tree.Relation.Scan;
import io.tarn.sql.tree.Relations;
import io.tarn.sql.tree.Symbols;
import java.util.stream.Collectors;

/// A scan whose ingest position is read gives only rows whose position nobody can overtake: who
/// goes on from the greatest position seen misses nothing.
///
/// ```
/// before  SELECT max(ingestPosition) FROM store
/// after   SELECT max(ingestPosition) FROM store WHERE its position is settled
/// ```
final class KeepSettledPositions implements Rule {
  @Override
  public Relation apply(Relation relation, Symbols symbols) {
    var read = Relations.referenced(relation).collect(Collectors.toSet());
    return Relations.mapUp(
        relation,
        part ->
            part instanceof Scan scan
                ? scan.columns().stream()
                    .filter(c -> c.name().equalsIgnoreCase(EventSchema.INGEST_POSITION))
                    .filter(c -> read.contains(c.symbol()))
                    .findFirst()
                    .<Relation>map(
                        c ->
                            new Filter(
                                scan,
                                Operators.condition(Operators.SETTLED, Reference.to(c.symbol()))))
                    .orElse(scan)
                : part);
  }
}
