package io.tarn.sql.tree;

import io.tarn.sql.function.Function;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A typed expression. Operands already have the type that the operation needs: what Trino or Lake
/// coerces by itself stands here as a [Cast] or as a literal of the other type. Operators, LIKE and
/// their like are calls of functions whose names begin with `$`, see [Operators].
public sealed interface Expression {
  Type type();

  /// The direct operands, without relations of sub-queries.
  default List<Expression> children() {
    return List.of();
  }

  /// The same with other operands, as many as before.
  default Expression withChildren(List<Expression> children) {
    return this;
  }

  /// A constant: String, Long, BigDecimal, Double, Boolean, LocalDate, LocalTime, LocalDateTime,
  /// [ZonedTime] or byte[], or null for NULL. Intervals are a Long: milliseconds or months.
  record Literal(@Nullable Object value, Type type) implements Expression {
    public static Literal nullOf(Type type) {
      return new Literal(null, type);
    }
  }

  /// The value of a symbol in the row at hand; inside a sub-query also in the row outside.
  record Reference(Symbol symbol, Origin origin) implements Expression {
    public static Reference to(Symbol symbol) {
      return new Reference(symbol, Origin.NONE);
    }

    @Override
    public Type type() {
      return symbol.type();
    }
  }

  /// A field of a row by its index, from 0; NULL where the row is.
  record Field(Expression base, int index, Type type) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(base);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Field(children.getFirst(), index, type);
    }
  }

  record Call(Function function, List<Expression> arguments, Type type, Origin origin)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /// Whether this calls the function of that name.
    public boolean isOf(String name) {
      return function.name().equals(name);
    }

    @Override
    public List<Expression> children() {
      return arguments;
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Call(function, children, type, origin);
    }
  }

  /// @param isSafe whether a value that cannot be cast is NULL and no error
  record Cast(Expression value, Type type, boolean isSafe, Origin origin) implements Expression {
    @Override
    public List<Expression> children() {
      return List.of(value);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Cast(children.getFirst(), type, isSafe, origin);
    }
  }

  /// All terms, or one of them.
  record Logical(LogicalOperator operator, List<Expression> terms) implements Expression {
    public Logical {
      terms = List.copyOf(terms);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }

    @Override
    public List<Expression> children() {
      return terms;
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Logical(operator, children);
    }
  }

  enum LogicalOperator {
    AND,
    OR
  }

  /// The result of the first condition that is true, else the last expression.
  record Case(List<When> whens, Expression otherwise, Type type) implements Expression {
    public Case {
      whens = List.copyOf(whens);
    }

    @Override
    public List<Expression> children() {
      return Stream.concat(
              whens.stream().flatMap(when -> Stream.of(when.condition(), when.result())),
              Stream.of(otherwise))
          .toList();
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      var changed = new ArrayList<When>();
      for (int i = 0; i < whens.size(); i++) {
        changed.add(new When(children.get(2 * i), children.get(2 * i + 1)));
      }
      return new Case(changed, children.getLast(), type);
    }
  }

  record When(Expression condition, Expression result) {}

  /// A function of its parameters, which are symbols of its body.
  record Lambda(List<Symbol> parameters, Expression body) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public Type type() {
      return new Type.Lambda(parameters.stream().map(Symbol::type).toList(), body.type());
    }

    @Override
    public List<Expression> children() {
      return List.of(body);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Lambda(parameters, children.getFirst());
    }
  }

  /// A sub-query: its only value, whether it has rows, or a comparison with its rows.
  ///
  /// @param value what is compared; absent for SCALAR and EXISTS
  /// @param comparison the function that compares `value` with a row, of QUANTIFIED only
  record Subquery(
      Kind kind,
      Optional<Expression> value,
      Optional<Function> comparison,
      Relation relation,
      Type type,
      Origin origin)
      implements Expression {
    /// The ways to ask a sub-query.
    public enum Kind {
      SCALAR,
      EXISTS,
      ANY,
      ALL
    }

    @Override
    public List<Expression> children() {
      return value.stream().toList();
    }

    @Override
    public Expression withChildren(List<Expression> children) {
      return new Subquery(kind, children.stream().findFirst(), comparison, relation, type, origin);
    }

    /// The same over another relation.
    public Subquery over(Relation other) {
      return new Subquery(kind, value, comparison, other, type, origin);
    }
  }

  /// The expression and everything inside it, without the relations of sub-queries.
  default Stream<Expression> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Expression::all));
  }

  /// The same expression with each direct operand replaced.
  default Expression mapChildren(UnaryOperator<Expression> change) {
    var before = children();
    return before.isEmpty() ? this : withChildren(before.stream().map(change).toList());
  }
}
