package io.tarn.acceptance.reference;

import io.tarn.common.reference.ReferencePage;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The page of all problem types, from the places in the sources that make them.
final class ProblemsPage {
  private static final String HEAD =
      """
      # Problems

      Generated from the sources by `./tarn docs`; do not edit. A refused request is answered by a problem document
      (RFC 9457, `application/problem+json`). Clients branch on `type`, never on text. `requestId` finds the request in the
      logs of every service. A thing of another tenant and a thing that nobody has are the same `not-found`.
      """;

  private ProblemsPage() {}

  static ReferencePage page() {
    var byName =
        SourceTrees.MODULES.stream()
            .flatMap(module -> ProblemReader.read(SourceTrees.of(module)).stream())
            .collect(Collectors.groupingBy(KnownProblem::name, TreeMap::new, Collectors.toList()));
    var text = new StringBuilder(HEAD);
    byName.forEach((name, problems) -> text.append(entry(name, problems)));
    return new ReferencePage("problems.md", text.toString());
  }

  private static String entry(String name, List<KnownProblem> problems) {
    var details = problems.stream().map(KnownProblem::detail).filter(detail -> !detail.isEmpty());
    return "%n## /problems/%s%n%nStatus %s, from %s.%n%s"
        .formatted(
            name,
            joined(problems.stream().map(KnownProblem::status)),
            joined(problems.stream().map(KnownProblem::module)),
            details
                .distinct()
                .sorted()
                .map(detail -> "%n> %s%n".formatted(detail))
                .collect(Collectors.joining()));
  }

  private static String joined(java.util.stream.Stream<?> values) {
    return values.map(String::valueOf).distinct().sorted().collect(Collectors.joining(", "));
  }
}
