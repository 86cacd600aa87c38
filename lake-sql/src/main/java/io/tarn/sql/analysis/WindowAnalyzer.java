package io.tarn.sql.analysis;

import io.tarn.sql.function.Function;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.WindowCall;
import io.tarn.sql.tree.WindowCall.Frame;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.FrameBound;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.WindowFrame;
import io.trino.sql.tree.WindowReference;
import io.trino.sql.tree.WindowSpecification;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Functions with OVER.
final class WindowAnalyzer {
  /// PostgreSQL has no windows for aggregates that sort their values or leave out repeated ones.
  private static final Pattern SORTS_ITS_VALUES =
      Pattern.compile("order by|within group|distinct \\{0\\}");

  private final ExpressionAnalyzer outer;
  private final AnalysisContext context;

  WindowAnalyzer(ExpressionAnalyzer outer) {
    this.outer = outer;
    this.context = outer.context();
  }

  Expression analyze(FunctionCall node, List<Function> candidates) {
    var name = CallAnalyzer.nameOf(node);
    var computed =
        outer
            .clause()
            .windows()
            .orElseThrow(
                () ->
                    context.misplaced(
                        node, "OVER", outer.clause().name() + " cannot contain window functions"));
    if (candidates.getFirst().kind() == Function.Kind.SCALAR) {
      throw context.misplaced(node, "OVER", name + " is no aggregate and no window function");
    }
    if (node.getNullTreatment().filter(t -> t == FunctionCall.NullTreatment.IGNORE).isPresent()) {
      throw context.unsupported(node, "IGNORE NULLS");
    }
    if (node.isDistinct()) {
      throw context.unsupported(node, "DISTINCT in a window function");
    }
    if (node.getOrderBy().isPresent()) {
      throw context.unsupported(node, "ORDER BY in the arguments of a window function");
    }
    var inside = outer.with(outer.names(), outer.clause().insideWindow());
    var call = new CallAnalyzer(inside).aggregateCall(node, candidates, inside);
    if (SORTS_ITS_VALUES.matcher(call.function().template()).find()) {
      throw context.unsupported(node, name + " of this form in a window");
    }
    var specification = specification(node);
    var frame = specification.getFrame();
    return computed.add(
        new WindowCall(
            call,
            partition(specification, inside),
            order(specification, inside),
            frame.map(f -> frame(f, specification, inside))));
  }

  private WindowSpecification specification(FunctionCall node) {
    return switch (node.getWindow().orElseThrow()) {
      case WindowSpecification specification -> named(specification);
      case WindowReference reference -> named(reference, reference.getName().getValue());
      default -> throw context.statement().unsupported(node);
    };
  }

  /// `OVER (w ORDER BY x)` takes over what the window `w` says.
  private WindowSpecification named(WindowSpecification specification) {
    if (specification.getExistingWindowName().isEmpty()) {
      return specification;
    }
    var base = named(specification, specification.getExistingWindowName().get().getValue());
    return new WindowSpecification(
        Optional.empty(),
        base.getPartitionBy(),
        specification.getOrderBy().or(base::getOrderBy),
        specification.getFrame().or(base::getFrame));
  }

  private WindowSpecification named(Node node, String name) {
    return outer
        .clause()
        .windows()
        .flatMap(computed -> computed.window(name))
        .map(this::named)
        .orElseThrow(() -> context.misplaced(node, "WINDOW", "there is no window '" + name + "'"));
  }

  private List<Expression> partition(WindowSpecification specification, ExpressionAnalyzer inside) {
    return specification.getPartitionBy().stream()
        .map(
            node -> {
              var key = inside.analyze(node);
              if (!TypeRules.isComparable(key.type())) {
                throw context.wrongType(
                    node, "PARTITION BY", key.type().display() + " cannot be compared");
              }
              return key;
            })
        .toList();
  }

  private List<SortKey> order(WindowSpecification specification, ExpressionAnalyzer inside) {
    return specification
        .getOrderBy()
        .map(order -> CallAnalyzer.sortKeys(order, inside))
        .orElse(List.of());
  }

  private Frame frame(
      WindowFrame node, WindowSpecification specification, ExpressionAnalyzer inside) {
    if (node.getPattern().isPresent() || !node.getMeasures().isEmpty()) {
      throw context.unsupported(node, "MATCH_RECOGNIZE in a window");
    }
    var unit =
        switch (node.getType()) {
          case ROWS -> Frame.Unit.ROWS;
          case RANGE -> Frame.Unit.RANGE;
          case GROUPS -> Frame.Unit.GROUPS;
        };
    if (unit == Frame.Unit.GROUPS && specification.getOrderBy().isEmpty()) {
      throw context.misplaced(node, "window frame", "a frame of GROUPS needs ORDER BY");
    }
    var start = bound(node.getStart(), unit, inside);
    var end =
        node.getEnd()
            .map(bound -> bound(bound, unit, inside))
            .orElseGet(() -> new Frame.Bound(Frame.BoundKind.CURRENT_ROW, Optional.empty()));
    return new Frame(unit, start, end);
  }

  private Frame.Bound bound(FrameBound node, Frame.Unit unit, ExpressionAnalyzer inside) {
    var kind = Frame.BoundKind.valueOf(node.getType().name());
    if (unit == Frame.Unit.RANGE && node.getValue().isPresent()) {
      throw context.unsupported(node, "RANGE frame with an offset");
    }
    return new Frame.Bound(
        kind,
        node.getValue()
            .map(
                value ->
                    inside
                        .coercions()
                        .demand(inside.operand(value), Type.BIGINT, "the offset of a frame")));
  }
}
