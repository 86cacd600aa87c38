package io.tarn.sql.analysis;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import io.tarn.sql.tree.Aggregation.AggregateCall;
import io.tarn.sql.tree.Expression.AggregateResult;
import java.util.ArrayList;
import java.util.List;

/// What happens with an aggregate where an expression calls one.
interface AggregateSink {
  AggregateResult add(AggregateCall call, SourceLocation location);

  /// Where no aggregate may stand, and how that place is called.
  static AggregateSink forbiddenIn(String clause) {
    return (call, location) -> {
      throw new StatementException.Misplaced(
          location, "aggregate " + call.function().name(), clause + " cannot contain aggregates");
    };
  }

  /// Gathers the aggregates of one SELECT, each once.
  final class Collecting implements AggregateSink {
    private final List<AggregateCall> calls = new ArrayList<>();

    @Override
    public AggregateResult add(AggregateCall call, SourceLocation location) {
      var known = calls.indexOf(call);
      if (known < 0) {
        calls.add(call);
      }
      return new AggregateResult(known < 0 ? calls.size() - 1 : known, call.type());
    }

    List<AggregateCall> calls() {
      return calls;
    }
  }
}
