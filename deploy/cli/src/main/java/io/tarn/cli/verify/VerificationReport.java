package io.tarn.cli.verify;

import io.tarn.cli.verify.Verification.SignedStatement;
import io.tarn.common.proof.DocumentStatement;
import io.tarn.common.proof.ResultStatement;
import io.tarn.common.proof.ResultStatement.Coverage;
import io.tarn.common.proof.ResultStatement.Outcome;
import io.tarn.common.proof.ResultStatement.Query;
import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.common.proof.ResultStatement.Store;
import io.tarn.common.proof.SignFile;
import java.io.PrintStream;
import java.util.Objects;
import java.util.stream.Collectors;

/// Prints a verification for people: what is wrong, or what is proved.
///
/// @param verification what is printed
public record VerificationReport(Verification verification) {
  private static final int MOST_FINDINGS = 100;

  /// @param output what is proved
  /// @param errors what is wrong
  public void print(PrintStream output, PrintStream errors) {
    var findings = verification.findings();
    findings.stream().limit(MOST_FINDINGS).forEach(errors::println);
    if (findings.size() > MOST_FINDINGS) {
      errors.printf("... and %d more%n", findings.size() - MOST_FINDINGS);
    }
    if (verification.isValid()) {
      verification.signFile().ifPresent(file -> output.println(summary(file)));
      verification.statement().ifPresent(signed -> print(output, signed));
    } else {
      errors.printf("NOT VALID: %d findings%n", findings.size());
    }
  }

  private String summary(SignFile file) {
    var files = file.files().size();
    return switch (verification.statement().map(SignedStatement::statement).orElse(null)) {
      case ResultStatement result ->
          "Valid: %d files with %d rows".formatted(files, result.outcome().rows());
      case DocumentStatement document ->
          "Valid: %s of %s (%s), %d files"
              .formatted(
                  Printable.text(document.kind()),
                  document.month(),
                  Printable.text(document.state()),
                  files);
      case null ->
          "Valid: %d files of %s; without a statement nothing else is proved"
              .formatted(files, file.queryCompleteTime());
    };
  }

  private static void print(PrintStream output, SignedStatement signed) {
    var owner = signed.statement().tenant();
    line(output, "tenant", "%s (%s)".formatted(owner.slug(), owner.id()));
    switch (signed.statement()) {
      case ResultStatement result -> print(output, result);
      case DocumentStatement document -> print(output, document);
    }
    line(output, "this one", signed.payloadSha256());
  }

  private static void print(PrintStream output, DocumentStatement statement) {
    line(output, "document", statement.kind());
    line(output, "month", statement.month().toString());
    line(output, "state", statement.state());
    line(output, "complete", statement.completedAt().toString());
    line(output, "requester", requester(statement.requester()));
  }

  private static void print(PrintStream output, ResultStatement statement) {
    var execution = statement.execution();
    line(output, "execution", execution.id().toString());
    if (execution.schedule() != null) {
      line(output, "schedule", "%s, run %s".formatted(execution.schedule(), execution.run()));
    }
    line(output, "submitted", execution.submittedAt().toString());
    line(output, "complete", execution.completedAt().toString());
    line(output, "requester", requester(statement.requester()));
    line(output, "stores", stores(statement.query()));
    line(output, "statement", statement.query().statement());
    line(output, "values", statement.query().values().toString());
    line(output, "events", coverage(statement.coverage()));
    line(output, "result", outcome(statement.outcome()));
    line(output, "previous", Objects.requireNonNullElse(statement.previousStatement(), "none"));
  }

  private static String requester(Requester requester) {
    return "%s (%s of %s)%s"
        .formatted(
            requester.name(),
            requester.subject(),
            requester.issuer(),
            requester.role() == null ? "" : " as " + requester.role());
  }

  private static String stores(Query query) {
    var names = query.stores().stream().map(Store::name).collect(Collectors.joining(", "));
    return query.snapshotPosition() == null
        ? names
        : names + ", read at position " + query.snapshotPosition();
  }

  private static String coverage(Coverage coverage) {
    var range =
        "from %s to %s"
            .formatted(
                Objects.requireNonNullElse(coverage.from(), "the first"),
                Objects.requireNonNullElse(coverage.to(), "the last"));
    return coverage.eventsScanned() == null
        ? range
        : range + ", %d scanned".formatted(coverage.eventsScanned());
  }

  private static String outcome(Outcome outcome) {
    return "%d rows%s%s"
        .formatted(
            outcome.rows(),
            outcome.isTruncated() ? ", TRUNCATED: there are more" : "",
            outcome.isPartial() ? ", PARTIAL: not all events were looked at" : "");
  }

  private static void line(PrintStream output, String label, String text) {
    output.printf("  %-10s %s%n", label, Printable.text(text));
  }
}
