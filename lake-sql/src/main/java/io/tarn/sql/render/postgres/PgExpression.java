package io.tarn.sql.render.postgres;

import java.util.List;

/// An expression of PostgreSQL. Types are PostgreSQL's names.
sealed interface PgExpression {
  record Column(String table, String name) implements PgExpression {}

  /// A value of the statement's author: always a parameter.
  record Bound(Object value, String type) implements PgExpression {}

  record Null(String type) implements PgExpression {}

  /// A text of ours, such as a field name or a format; never one of the statement's author.
  record TextConstant(String text) implements PgExpression {}

  record NumberConstant(long number) implements PgExpression {}

  record Call(String function, boolean distinct, List<PgExpression> arguments)
      implements PgExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    static Call of(String function, PgExpression... arguments) {
      return new Call(function, false, List.of(arguments));
    }
  }

  record CountRows() implements PgExpression {}

  record Infix(String operator, List<PgExpression> operands) implements PgExpression {
    public Infix {
      operands = List.copyOf(operands);
    }

    static Infix of(PgExpression left, String operator, PgExpression right) {
      return new Infix(operator, List.of(left, right));
    }
  }

  record Prefix(String operator, PgExpression operand) implements PgExpression {}

  record Postfix(PgExpression operand, String operator) implements PgExpression {}

  record Between(PgExpression value, PgExpression min, PgExpression max) implements PgExpression {}

  record In(PgExpression value, List<PgExpression> items) implements PgExpression {
    public In {
      items = List.copyOf(items);
    }
  }

  record Cast(PgExpression value, String type) implements PgExpression {}

  /// The result where the condition is true, else NULL.
  record When(PgExpression condition, PgExpression result) implements PgExpression {}
}
