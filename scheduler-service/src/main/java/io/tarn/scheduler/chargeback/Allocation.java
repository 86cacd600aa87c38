package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.data.WildcardPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Finds who pays for usage: of the rules that are valid on its day, the first that matches.
public final class Allocation {
  /// Who pays for what no rule matches.
  public static final String UNALLOCATED = "unallocated";

  private final List<AllocationRule> rules;
  private final List<CompiledRule> compiled;

  /// A pattern and what it is compared with.
  ///
  /// @param dimension its index in [Keys#of]
  private record Condition(int dimension, WildcardPattern pattern) {}

  private record CompiledRule(Validity validity, List<Condition> conditions) {
    boolean matches(LocalDate day, List<String> dimensions) {
      return validity.contains(day)
          && conditions.stream()
              .allMatch(one -> one.pattern().matches(dimensions.get(one.dimension())));
    }
  }

  public Allocation(List<AllocationRule> rules) {
    this.rules = List.copyOf(rules);
    this.compiled = rules.stream().map(Allocation::compiled).toList();
  }

  private static CompiledRule compiled(AllocationRule rule) {
    var patterns = new ArrayList<@Nullable String>();
    patterns.add(rule.principalArn());
    patterns.add(rule.role());
    patterns.add(rule.sessionName());
    patterns.add(rule.account());
    patterns.add(rule.function());
    var conditions = new ArrayList<Condition>();
    for (int index = 0; index < patterns.size(); index++) {
      var pattern = patterns.get(index);
      if (pattern != null) {
        conditions.add(new Condition(index, new WildcardPattern(pattern)));
      }
    }
    return new CompiledRule(
        new Validity(rule.validFrom(), rule.validTo()), List.copyOf(conditions));
  }

  /// The index of the rule that decides; none where no rule matches.
  OptionalInt ruleFor(LocalDate day, Dimensions dimensions) {
    var values = Keys.of(dimensions);
    for (int index = 0; index < compiled.size(); index++) {
      if (compiled.get(index).matches(day, values)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  /// Who pays.
  String costCentre(LocalDate day, Dimensions dimensions) {
    var rule = ruleFor(day, dimensions);
    return rule.isPresent() ? rules.get(rule.getAsInt()).costCentre() : UNALLOCATED;
  }

  List<AllocationRule> rules() {
    return rules;
  }

  /// The same decision as an expression of Lake SQL.
  ///
  /// @param day an expression of type date
  /// @param dimensions expressions of texts that are never NULL, in the order of [Keys#of]; a
  ///     dimension that is not in it is an empty text
  String expression(String day, Map<Integer, String> dimensions) {
    var cases = new StringBuilder();
    for (int index = 0; index < rules.size(); index++) {
      cases
          .append("\n    WHEN ")
          .append(condition(compiled.get(index), day, dimensions))
          .append(" THEN ")
          .append(SqlText.literal(rules.get(index).costCentre()));
    }
    var otherwise = SqlText.literal(UNALLOCATED);
    return cases.isEmpty() ? otherwise : "CASE" + cases + "\n    ELSE " + otherwise + " END";
  }

  private static String condition(CompiledRule rule, String day, Map<Integer, String> dimensions) {
    var terms = new ArrayList<String>();
    var from = rule.validity().from();
    var to = rule.validity().to();
    if (from != null) {
      terms.add(day + " >= DATE '" + from + "'");
    }
    if (to != null) {
      terms.add(day + " < DATE '" + to + "'");
    }
    for (var one : rule.conditions()) {
      var value = dimensions.getOrDefault(one.dimension(), "''");
      terms.add(value + " LIKE " + one.pattern().like());
    }
    return terms.isEmpty() ? "TRUE" : String.join(" AND ", terms);
  }
}
