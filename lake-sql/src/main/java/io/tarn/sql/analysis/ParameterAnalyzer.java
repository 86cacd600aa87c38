package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.parameter.ParameterType;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parameter.RunWindow;
import io.tarn.sql.parse.Placeholder;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the values of parameters in their places: as literals, which are bound.
final class ParameterAnalyzer {
  private final AnalysisContext context;

  ParameterAnalyzer(AnalysisContext context) {
    this.context = context;
  }

  Expression analyze(Parameter node) {
    var placeholder = context.statement().text().placeholders().get(node.getId());
    var declared = declared(node, placeholder);
    if (declared.name().equals(Parameters.WINDOW) && isPosition(placeholder)) {
      return position(node, placeholder);
    }
    if (declared.type() == ParameterType.TIME_RANGE) {
      refuseWindowOfPositions(node, declared.name());
      var end = context.parameters().end(declared.name(), isStart(node, placeholder));
      return new Literal(end.value(), end.type());
    }
    if (placeholder.member().isPresent()) {
      throw context.wrongType(
          node, "parameter", "only a parameter that is a time-range has a start and an end");
    }
    var value = context.parameters().value(declared.name());
    return value.type() instanceof Type.Array array
        ? list(node, value.value(), array)
        : new Literal(value.value(), value.type());
  }

  /// The number of rows that a parameter stands for.
  long count(Parameter node, String construct) {
    var value = analyze(node);
    if (value.type().equals(Type.BIGINT) && value instanceof Literal(var number, _)) {
      return number == null ? 0 : atLeastZero(node, (Long) number, construct);
    }
    throw context.wrongType(node, construct, construct + " takes a parameter that is an integer");
  }

  private long atLeastZero(Parameter node, long number, String construct) {
    if (number < 0) {
      throw context.misplaced(node, construct, construct + " takes no number below 0");
    }
    return number;
  }

  private io.tarn.sql.parameter.Parameter declared(Parameter node, Placeholder placeholder) {
    if (!placeholder.isNamed()) {
      throw context
          .unsupported(node, "parameter ?")
          .withHint("a parameter has a name: write {{name}}");
    }
    return context
        .parameters()
        .declared(placeholder.name())
        .orElseThrow(() -> unknown(node, placeholder));
  }

  private StatementException unknown(Parameter node, Placeholder placeholder) {
    return new StatementException.UnknownName(
            context.location(node),
            "parameter",
            "parameter '" + placeholder.name() + "' is not declared")
        .withHint(Hints.didYouMean(placeholder.name(), context.parameters().names()));
  }

  private static boolean isPosition(Placeholder placeholder) {
    var member = placeholder.member().orElse("");
    return member.equals(RunWindow.START_POSITION) || member.equals(RunWindow.END_POSITION);
  }

  private Expression position(Parameter node, Placeholder placeholder) {
    var isStart = placeholder.member().orElse("").equals(RunWindow.START_POSITION);
    var position =
        context
            .parameters()
            .position(isStart)
            .orElseThrow(
                () ->
                    context.wrongType(
                        node, "parameter", "the window of this run is one of event time"));
    return new Literal(position.value(), position.type());
  }

  private void refuseWindowOfPositions(Parameter node, String name) {
    if (name.equals(Parameters.WINDOW) && !context.parameters().hasWindowOfTime()) {
      throw context
          .wrongType(node, "parameter", "the window of this run is one of positions")
          .withHint("write {{window.startPosition}} or {{window.endPosition}}");
    }
  }

  private boolean isStart(Parameter node, Placeholder placeholder) {
    return switch (placeholder.member().orElse("")) {
      case "start" -> true;
      case "end" -> false;
      default ->
          throw context
              .wrongType(node, "parameter", placeholder.name() + " is a range of time")
              .withHint("write {{%1$s.start}} or {{%1$s.end}}".formatted(placeholder.name()));
    };
  }

  private Expression list(Parameter node, @Nullable Object items, Type.Array type) {
    if (!(items instanceof List<?> values)) {
      return Literal.nullOf(type);
    }
    var literals =
        values.stream().map(item -> (Expression) new Literal(item, type.element())).toList();
    return new Expression.Call(
        FunctionTable.get().operator("$array"), literals, type, context.origin(node));
  }
}
