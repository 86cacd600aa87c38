package io.tarn.sql.tree;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.function.Function;
import java.util.List;

/// Grouping by keys and what is computed for each group; without keys all rows are one group.
public record Aggregation(List<Expression> keys, List<AggregateCall> calls) {
  public Aggregation {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
  }

  public record AggregateCall(
      Function function, boolean distinct, List<Expression> arguments, LakeType type) {
    public AggregateCall {
      arguments = List.copyOf(arguments);
    }
  }
}
