package io.tarn.sql.tree;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.function.Function;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A typed expression. Operands already have the type that the operation needs: what Trino or Lake
/// coerces by itself stands here as a [Cast] or as a literal of the other type.
public sealed interface Expression {
  LakeType type();

  /// A constant: String, Long, BigDecimal, Double, Boolean or LocalDateTime, or null for NULL.
  record Literal(@Nullable Object value, LakeType type) implements Expression {}

  /// A column of a source, or a field of a struct column by its path; names are in lower case.
  record ColumnReference(int source, List<String> path, LakeType type) implements Expression {
    public ColumnReference {
      path = List.copyOf(path);
    }
  }

  /// A field of a row that is no column: `element_at(resources, 1).arn`.
  record FieldAccess(Expression base, String field, LakeType type) implements Expression {}

  record Call(Function function, List<Expression> arguments, LakeType type) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Cast(Expression value, LakeType type) implements Expression {}

  record Comparison(ComparisonOperator operator, Expression left, Expression right)
      implements Predicate {}

  record DistinctFrom(Expression left, Expression right) implements Predicate {}

  record Between(Expression value, Expression min, Expression max) implements Predicate {}

  record InList(Expression value, List<Expression> items) implements Predicate {
    public InList {
      items = List.copyOf(items);
    }
  }

  /// @param escape the escape character as a code point; without one nothing is escaped
  record Like(Expression value, Expression pattern, Optional<Integer> escape)
      implements Predicate {}

  record IsNull(Expression value) implements Predicate {}

  record Not(Expression value) implements Predicate {}

  record Logical(LogicalOperator operator, List<Expression> terms) implements Predicate {
    public Logical {
      terms = List.copyOf(terms);
    }
  }

  /// Whether the row's ingest position can no longer be overtaken by a row that is still being
  /// written.
  record SettledPosition(int source) implements Predicate {}

  /// The value of a key of the select's aggregation.
  record GroupKey(int index, LakeType type) implements Expression {}

  /// The value of an aggregate of the select's aggregation.
  record AggregateResult(int index, LakeType type) implements Expression {}

  /// What is true, false or NULL.
  sealed interface Predicate extends Expression {
    @Override
    default LakeType type() {
      return LakeType.BOOLEAN;
    }
  }

  enum LogicalOperator {
    AND,
    OR
  }
}
