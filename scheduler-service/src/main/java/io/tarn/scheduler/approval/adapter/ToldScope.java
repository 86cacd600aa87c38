package io.tarn.scheduler.approval.adapter;

import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.PrincipalPattern;
import java.util.List;
import java.util.function.Function;

/// The scope that a delivery tells; what it does not tell is the adapter's default.
final class ToldScope {
  private ToldScope() {}

  /// @param entries what is told of each list, by its name; empty where nothing is
  /// @throws PayloadException where a principal cannot be read
  static ApprovalScope of(Function<String, List<String>> entries, ApprovalScope fallback) {
    return new ApprovalScope(
        or(entries.apply("accounts"), fallback.accounts()),
        or(entries.apply("regions"), fallback.regions()),
        or(entries.apply("services"), fallback.services()),
        or(entries.apply("actions"), fallback.actions()),
        or(entries.apply("resources"), fallback.resources()),
        or(principals(entries.apply("principals")), fallback.principals()));
  }

  private static List<PrincipalPattern> principals(List<String> texts) {
    return texts.stream()
        .map(
            text ->
                PrincipalPattern.of(text)
                    .orElseThrow(() -> new PayloadException("principals", PrincipalPattern.FORM)))
        .toList();
  }

  private static <T> List<T> or(List<T> told, List<T> fallback) {
    return told.isEmpty() ? fallback : told;
  }
}
