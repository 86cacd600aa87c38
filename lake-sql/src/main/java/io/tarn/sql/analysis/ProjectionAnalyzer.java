package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Select;
import io.trino.sql.tree.SingleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The items of a SELECT as output columns, with `*` written out.
final class ProjectionAnalyzer {
  private final AnalysisContext context;
  private final Scope scope;
  private final ExpressionAnalyzer expressions;

  ProjectionAnalyzer(AnalysisContext context, Scope scope, ExpressionAnalyzer expressions) {
    this.context = context;
    this.scope = scope;
    this.expressions = expressions;
  }

  List<Output> analyze(Select select) {
    var outputs = new ArrayList<Output>();
    for (var item : select.getSelectItems()) {
      switch (item) {
        case SingleColumn column -> outputs.add(single(column, outputs.size()));
        case AllColumns all ->
            outputs.addAll(context.statement().faults().read(() -> all(all), List::of));
        default -> throw context.statement().unsupported(item);
      }
      var last = item;
      context.statement().size().checkColumns(outputs.size(), () -> context.location(last));
    }
    return outputs;
  }

  private Output single(SingleColumn item, int index) {
    var expression = expressions.analyze(item.getExpression());
    count(expression, item);
    return Output.of(item, expression, index);
  }

  private List<Output> all(AllColumns item) {
    if (!item.getAliases().isEmpty()) {
      throw context.unsupported(item, "column list of *");
    }
    var shown =
        item.getTarget()
            .map(target -> allOf(item, target))
            .orElseGet(() -> outputs(scope.shown(), item));
    if (shown.isEmpty()) {
      throw context.misplaced(item, "*", "SELECT * needs a FROM clause");
    }
    shown.forEach(output -> count(output.value(), item));
    shown.forEach(
        output ->
            context
                .statement()
                .size()
                .addParts(output.value().type(), () -> context.location(item)));
    return shown;
  }

  private void count(Expression column, Node item) {
    context.statement().size().addEntry(column.type(), () -> context.location(item));
  }

  private List<Output> allOf(AllColumns item, io.trino.sql.tree.Expression target) {
    return Paths.of(target)
        .filter(path -> path.size() == 1)
        .map(path -> context.nameOf(path.getFirst()))
        .filter(scope::hasRelation)
        .map(name -> outputs(scope.shownOf(name), item))
        .or(() -> fields(expressions.analyze(target), item))
        .orElseThrow(() -> context.wrongType(item, "*", ".* stands after a table or a struct"));
  }

  private List<Output> outputs(List<Scope.Column> columns, AllColumns item) {
    return columns.stream()
        .map(
            c ->
                new Output(
                    c.name() == null ? c.shownName() : c.name(),
                    c.name() != null,
                    new Expression.Reference(c.symbol(), context.origin(item)),
                    item))
        .toList();
  }

  private static Optional<List<Output>> fields(Expression struct, Node item) {
    return struct.type() instanceof Type.Row row
        ? Optional.of(
            IntStream.range(0, row.fields().size())
                .mapToObj(
                    i ->
                        new Output(
                            row.fields().get(i).shownName(i),
                            row.fields().get(i).name() != null,
                            Scope.field(struct, row, i),
                            item))
                .toList())
        : Optional.empty();
  }
}
