package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.Source;
import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.Select;
import io.trino.sql.tree.SingleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The items of a SELECT as output columns, with `*` written out.
final class ProjectionAnalyzer {
  private final ParsedStatement statement;
  private final Scope scope;
  private final ExpressionAnalyzer expressions;
  private final Origins origins;

  ProjectionAnalyzer(
      ParsedStatement statement, Scope scope, ExpressionAnalyzer expressions, Origins origins) {
    this.statement = statement;
    this.scope = scope;
    this.expressions = expressions;
    this.origins = origins;
  }

  List<Projection> analyze(Select select) {
    var outputs = new ArrayList<Projection>();
    for (var item : select.getSelectItems()) {
      switch (item) {
        case SingleColumn column -> outputs.add(single(column, outputs.size()));
        case AllColumns all -> outputs.addAll(statement.faults().read(() -> all(all), List::of));
        default -> throw statement.unsupported(item);
      }
    }
    return outputs;
  }

  private Projection single(SingleColumn item, int index) {
    var expression = expressions.analyze(item.getExpression());
    statement.size().addColumn(expression.type(), () -> statement.location(item));
    return new Projection(OutputNames.of(item, expression, index), expression);
  }

  private List<Projection> all(AllColumns item) {
    if (!item.getAliases().isEmpty()) {
      throw new StatementException.Unsupported(statement.location(item), "column list of *");
    }
    var shown =
        item.getTarget()
            .map(target -> allOf(item, target))
            .orElseGet(() -> scope.sources().stream().flatMap(s -> columns(s).stream()).toList());
    if (shown.isEmpty()) {
      throw new StatementException.Misplaced(
          statement.location(item), "*", "SELECT * needs a FROM clause");
    }
    shown.forEach(projection -> count(projection.expression(), item));
    shown.forEach(projection -> origins.remember(projection.expression(), item));
    return shown;
  }

  private void count(Expression column, AllColumns item) {
    statement.size().addColumn(column.type(), () -> statement.location(item));
    statement.size().addParts(column.type(), () -> statement.location(item));
  }

  private List<Projection> allOf(AllColumns item, io.trino.sql.tree.Expression target) {
    return Paths.of(target)
        .filter(path -> path.size() == 1)
        .map(path -> statement.text().nameOf(path.getFirst().getValue()))
        .flatMap(scope::source)
        .map(ProjectionAnalyzer::columns)
        .or(() -> fields(expressions.analyze(target)))
        .orElseThrow(
            () ->
                new StatementException.WrongType(
                    statement.location(item), "*", ".* stands after a table or a struct"));
  }

  private static List<Projection> columns(Scope.NamedSource named) {
    Source source = named.source();
    return Scope.shownColumns(source).stream()
        .map(column -> new Projection(column.name(), Scope.reference(source, column)))
        .toList();
  }

  private static Optional<List<Projection>> fields(Expression struct) {
    return struct.type() instanceof LakeType.RowType row
        ? Optional.of(
            row.fields().stream()
                .map(field -> new Projection(field.name(), Scope.field(struct, field)))
                .toList())
        : Optional.empty();
  }
}
