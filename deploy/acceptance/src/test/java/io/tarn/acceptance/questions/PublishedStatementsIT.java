package io.tarn.acceptance.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Command;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Published statements of the corpus, pasted into `tarn query` as they are, with their comments;
/// only what stands for a store becomes `$EDS_ID`. They run, or are told where and what is wrong.
class PublishedStatementsIT {
  private static final String TENANT = "globex";

  /// What stands in place of a store's name in published statements.
  private static final Pattern STORE =
      Pattern.compile("(?i)\\b((?:from|join)\\s+)(<[^>]*>|\\{+[^}]*\\}+|[\\w$-]+)");

  private final Product product = Product.running();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console-sign-ins-by-address",
        "calls-that-failed",
        "events-on-functions-with-the-matching-resources-kept-filter-lambda",
        "role-names-behind-assumed-role-sessions",
        "events-of-three-event-data-stores-put-together"
      })
  void answersWithRows(String statement) throws IOException {
    // when
    var run = pasted(statement);
    // then
    assertThat(run.succeeded().output().lines()).hasSizeBetween(1, 10).allMatch(this::isObject);
  }

  private boolean isObject(String line) {
    return line.startsWith("{") && line.endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"last-sign-in-of-each-identity-center-user", "self-assume-role"})
  void runsWhereNothingIsToBeFound(String statement) throws IOException {
    // when
    var run = pasted(statement);
    // then
    assertThat(run.succeeded().output()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhereAndWhatIsWrong(String statement, String location, String fault) throws IOException {
    // when
    var run = pasted(statement);
    // then
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains(location).contains(fault);
  }

  static List<Arguments> faults() {
    return List.of(
        Arguments.of(
            "who-deleted-objects-of-one-bucket-published-with-a-broken-date-literal",
            "line 15, column 56: ",
            "a typographic quote"),
        Arguments.of("compromised-access-key", "line 11, column 17: ", "'{start}' is no timestamp"),
        Arguments.of(
            "all-events-in-a-time-range-published-with-a-split-comparison-operator",
            "line 11, column 56: ",
            "mismatched input '='"));
  }

  private Command pasted(String statement) throws IOException {
    var file = Requirement.corpus().resolve("queries/lake-" + statement + ".sql");
    var text = STORE.matcher(Files.readString(file)).replaceAll("$1\\$EDS_ID");
    return product.tarn("query", TENANT, text, "--format", "ndjson");
  }
}
