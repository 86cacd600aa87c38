package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.GroupBy;
import io.trino.sql.tree.GroupingElement;
import io.trino.sql.tree.GroupingSets;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.SimpleGroupBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The keys of GROUP BY. Names stand for columns, never for output columns; a number stands for the
/// output column at that position.
final class GroupingAnalyzer {
  /// How many grouping sets a statement may have; CUBE doubles them with each key.
  private static final int MAX_SETS = 256;

  private static final int MOST_CUBED = 8;

  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;
  private final List<Output> outputs;
  private final Computed computed;
  private final Map<Expression, Integer> indexes = new LinkedHashMap<>();

  GroupingAnalyzer(ExpressionAnalyzer expressions, List<Output> outputs, Computed computed) {
    this.expressions = expressions;
    this.context = expressions.context();
    this.outputs = outputs;
    this.computed = computed;
  }

  GroupingKeys keys(GroupBy node) {
    var always = new LinkedHashSet<Integer>();
    var sets = List.of(List.<Integer>of());
    for (var element : node.getGroupingElements()) {
      if (element instanceof SimpleGroupBy simple) {
        always.addAll(indexes(simple.getExpressions()));
      } else {
        sets = product(sets, sets(element), element);
      }
    }
    var all = sets.stream().map(set -> union(always, set)).toList();
    return new GroupingKeys(
        indexes.keySet().stream().toList(),
        node.isDistinct() ? all.stream().distinct().toList() : all);
  }

  private List<List<Integer>> product(
      List<List<Integer>> sets, List<List<Integer>> more, GroupingElement element) {
    if ((long) sets.size() * more.size() > MAX_SETS) {
      throw context.unsupported(element, "more than " + MAX_SETS + " grouping sets");
    }
    return sets.stream().flatMap(set -> more.stream().map(other -> union(set, other))).toList();
  }

  private static List<Integer> union(Collection<Integer> one, Collection<Integer> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
  }

  private List<List<Integer>> sets(GroupingElement element) {
    return switch (element) {
      case GroupingSets sets -> {
        var all = sets.getSets().stream().map(this::indexes).toList();
        yield switch (sets.getType()) {
          case EXPLICIT -> all;
          case ROLLUP -> rollup(all);
          case CUBE -> cube(all, element);
        };
      }
      default -> throw context.statement().unsupported(element);
    };
  }

  private static List<List<Integer>> rollup(List<List<Integer>> parts) {
    var sets = new ArrayList<List<Integer>>();
    for (int size = parts.size(); size >= 0; size--) {
      sets.add(parts.subList(0, size).stream().flatMap(List::stream).toList());
    }
    return sets;
  }

  private List<List<Integer>> cube(List<List<Integer>> parts, GroupingElement element) {
    if (parts.size() > MOST_CUBED) {
      throw context.unsupported(element, "CUBE of more than " + MOST_CUBED + " keys");
    }
    var sets = new ArrayList<List<Integer>>();
    for (int chosen = (1 << parts.size()) - 1; chosen >= 0; chosen--) {
      var bits = chosen;
      sets.add(
          IntStream.range(0, parts.size())
              .filter(i -> (bits & 1 << i) != 0)
              .boxed()
              .flatMap(i -> parts.get(i).stream())
              .toList());
    }
    return sets;
  }

  private List<Integer> indexes(List<io.trino.sql.tree.Expression> nodes) {
    return nodes.stream()
        .map(
            node ->
                context
                    .statement()
                    .faults()
                    .read(() -> counted(node), () -> ExpressionAnalyzer.FAULTY))
        .map(this::index)
        .distinct()
        .toList();
  }

  private int index(Expression key) {
    return indexes.computeIfAbsent(key, _ -> indexes.size());
  }

  private Expression counted(io.trino.sql.tree.Expression node) {
    var key = key(node);
    if (!TypeRules.isComparable(key.type())) {
      throw context.wrongType(node, "GROUP BY", key.type().display() + " cannot be compared");
    }
    context.statement().size().addEntry(key.type(), () -> context.location(node));
    return key;
  }

  private Expression key(io.trino.sql.tree.Expression node) {
    if (!(node instanceof LongLiteral position)) {
      return expressions.analyze(node);
    }
    var output = Ordinals.output(context, position, outputs, "GROUP BY").value();
    if (output.all().anyMatch(part -> part instanceof Reference(var s, _) && computed.isValue(s))) {
      throw context.misplaced(
          node, "GROUP BY", "GROUP BY cannot contain aggregates or window functions");
    }
    return output;
  }
}
