package io.tarn.sql.rule;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.function.Functions;
import io.tarn.sql.tree.Aggregation;
import io.tarn.sql.tree.Aggregation.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds, as the last output of a statement that groups, how many events each of its rows is made
/// of. It is no part of the result and only read for the statistics of a run.
///
/// ```
/// before  SELECT eventName, max(eventTime) FROM store GROUP BY 1
/// after   SELECT eventName, max(eventTime), count(*) FROM store GROUP BY 1
/// ```
public final class CountMatched {
  private static final String NAME = "matched";

  private CountMatched() {}

  /// Whether rows can be told to be made of events: without DISTINCT, and with groups.
  public static boolean counts(Select select) {
    return select.aggregation().isPresent() && !select.distinct();
  }

  /// The same with that output.
  public static Select apply(Select select) {
    return select
        .aggregation()
        .filter(_ -> counts(select))
        .map(a -> with(select, a))
        .orElse(select);
  }

  private static Select with(Select select, Aggregation aggregation) {
    var calls = new ArrayList<>(aggregation.calls());
    calls.add(new AggregateCall(Functions.COUNT_ROWS, false, List.of(), LakeType.BIGINT));
    var outputs = new ArrayList<>(select.projections());
    var count = new Expression.AggregateResult(calls.size() - 1, LakeType.BIGINT);
    outputs.add(new Projection(NAME, count));
    return new Select(
        select.source(),
        select.where(),
        Optional.of(new Aggregation(aggregation.keys(), calls)),
        select.having(),
        outputs,
        false,
        select.order(),
        select.limit());
  }
}
