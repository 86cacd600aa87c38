package io.tarn.acceptance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Command;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The variables of `./tarn env`, used by the stock AWS command line.
class S3CliIT {
  private static final Pattern EXPORT = Pattern.compile("export ([A-Z0-9_]+)='([^']*)'");
  private static final List<String> FOR_EVERYBODY =
      List.of(
          "AWS_ENDPOINT_URL_CLOUDTRAIL",
          "AWS_ENDPOINT_URL_CLOUDTRAIL_DATA",
          "AWS_REGION",
          "TARN_EVENT_DATA_STORE");
  private static final List<String> FOR_TENANT_ADMINS =
      List.of(
          "AWS_ENDPOINT_URL_S3",
          "TARN_S3_ACCESS_KEY_ID",
          "TARN_S3_SECRET_ACCESS_KEY",
          "TARN_RESULTS_BUCKET");
  /// The AWS command line with the identity of the tenant that the environment names.
  private static final String AS_THE_TENANT =
      """
      export AWS_ACCESS_KEY_ID="$TARN_S3_ACCESS_KEY_ID" AWS_SECRET_ACCESS_KEY="$TARN_S3_SECRET_ACCESS_KEY"
      s3() { aws --endpoint-url "$AWS_ENDPOINT_URL_S3" s3 "$@"; }
      """;

  @TempDir private Path work;

  private static String foreign = "";

  @BeforeAll
  static void anotherTenantHasASecret() {
    Requirement.CLI.program("aws");
    foreign = variables("globex", "tenant-admin").get("TARN_RESULTS_BUCKET");
    asAdmin(
            "globex",
            "echo secret | s3 cp --quiet - \"s3://$TARN_RESULTS_BUCKET/secret.txt\"",
            Map.of())
        .succeeded();
  }

  @Test
  void aTenantAdminPutsListsAndGetsInTheOwnBucket() {
    // when
    var answer =
        asAdminOf(
            "acme",
            """
            echo 'what was asked' > "$WORK/sent.txt"
            s3 cp --quiet "$WORK/sent.txt" "s3://$TARN_RESULTS_BUCKET/acceptance/sent.txt"
            s3 ls "s3://$TARN_RESULTS_BUCKET/acceptance/" | grep -o 'sent.txt'
            s3 cp --quiet "s3://$TARN_RESULTS_BUCKET/acceptance/sent.txt" "$WORK/got.txt"
            cat "$WORK/got.txt"
            s3 rm --quiet "s3://$TARN_RESULTS_BUCKET/acceptance/sent.txt"
            """,
            Map.of());
    // then
    assertThat(answer.succeeded().output()).isEqualTo("sent.txt\nwhat was asked\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3 ls \"s3://$FOREIGN\"",
        "s3 cp \"$WORK/own.txt\" \"s3://$FOREIGN/planted.txt\"",
        "s3 cp \"s3://$FOREIGN/secret.txt\" \"$WORK/stolen.txt\"",
        "s3 rm \"s3://$FOREIGN/secret.txt\"",
        "s3 rb --force \"s3://$FOREIGN\""
      })
  void theBucketOfAnotherTenantIsClosed(String attempt) {
    // when
    var answer =
        asAdminOf("acme", "echo own > \"$WORK/own.txt\"\n" + attempt, Map.of("FOREIGN", foreign));
    // then
    assertThat(answer.exitCode()).as(answer.output() + answer.errors()).isNotZero();
    assertThat(answer.output()).doesNotContain("secret");
    assertThat(work.resolve("stolen.txt")).doesNotExist();
    assertThat(filesOf("globex")).isEqualTo("secret.txt\n");
  }

  @Test
  void aTenantAdminDoesNotEvenSeeTheNamesOfOtherBuckets() {
    // when
    var answer = asAdminOf("acme", "s3 ls || true", Map.of());
    // then
    assertThat(answer.output()).doesNotContain(foreign);
  }

  @Test
  void onlyATenantAdminGetsTheLinesOfTheBucket() {
    assertThat(variables("acme", "tenant-admin").keySet())
        .containsAll(FOR_EVERYBODY)
        .containsAll(FOR_TENANT_ADMINS);
    assertThat(variables("acme", "analyst").keySet())
        .containsAll(FOR_EVERYBODY)
        .doesNotContainAnyElementsOf(FOR_TENANT_ADMINS);
  }

  private static String filesOf(String tenant) {
    return asAdmin(
            tenant,
            "s3 ls \"s3://$TARN_RESULTS_BUCKET\" | awk '$1 != \"PRE\" {print $4}'",
            Map.of())
        .succeeded()
        .output();
  }

  private Command asAdminOf(String tenant, String script, Map<String, String> more) {
    var all = new java.util.HashMap<>(more);
    all.put("WORK", work.toString());
    return asAdmin(tenant, script, all);
  }

  private static Command asAdmin(String tenant, String script, Map<String, String> more) {
    var lines = "eval \"$(./tarn env " + tenant + " tenant-admin)\"\n" + AS_THE_TENANT + script;
    return Product.running().bash(lines, more);
  }

  /// The output of `env`, in which each line is an export.
  private static Map<String, String> variables(String tenant, String role) {
    var printed = Product.running().tarn("env", tenant, role).succeeded().output();
    return printed
        .lines()
        .map(
            line -> {
              var export = EXPORT.matcher(line);
              assertThat(export.matches()).as(line).isTrue();
              return export.toMatchResult();
            })
        .collect(Collectors.toMap(export -> export.group(1), export -> export.group(2)));
  }
}
