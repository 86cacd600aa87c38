package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tarn.cli.verify.TestExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tarn verify` as a command: its exit codes and what it prints.
class VerifyCommandTest {
  @TempDir private Path work;
  private Path keys;
  private Path export;

  private record Ended(int exitCode, String output, String errors) {}

  @BeforeEach
  void export() throws IOException {
    keys = Files.write(work.resolve("keys.json"), TestExport.keys().toJson());
    export = work.resolve("export");
    TestExport.ofCsv().writeTo(export);
  }

  @Test
  void showsWhatIsProved() {
    // when
    var ended = run("verify", export.toString(), "--keys", keys.toString(), "--tenant", "acme");
    // then
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output())
        .startsWith("Valid: 2 files with 5 rows")
        .contains("acme (x7j2k4m6n8p0q1r3s5t7v9w1x3)")
        .contains("Ann (ann of https://login.example) as analyst")
        .contains("SELECT eventName FROM $EDS_ID")
        .containsPattern("previous +cdcdcdcd")
        .containsPattern("this one +[0-9a-f]{64}");
  }

  @Test
  void showsWhatIsProvedOfADocument() {
    // given
    var document = work.resolve("document");
    TestExport.write(TestExport.signedDocument(), document);
    // when
    var ended = run("verify", document.toString(), "--keys", keys.toString(), "--tenant", "acme");
    var ofOther =
        run("verify", document.toString(), "--keys", keys.toString(), "--tenant", "globex");
    // then
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.output())
        .startsWith("Valid: change-report of 2026-02 (final), 2 files")
        .contains("acme (x7j2k4m6n8p0q1r3s5t7v9w1x3)")
        .contains("Ann (ann of https://login.example) as viewer")
        .containsPattern("this one +[0-9a-f]{64}");
    assertThat(ofOther.exitCode()).isEqualTo(7);
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    // given
    Files.delete(export.resolve("result_2.csv.gz"));
    // when
    var ended = run("verify", export.toString(), "--keys", keys.toString());
    // then
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors().lines())
        .containsExactly("result_2.csv.gz is missing", "NOT VALID: 1 findings");
  }

  @Test
  void neverTakesKeysFromWhatIsVerified() throws IOException {
    // given
    Files.move(keys, export.resolve("keys.json"));
    // when
    var ended = run("verify", export.toString(), "--keys", keys.toString());
    // then
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.errors()).isEqualTo(keys + " is missing\n");
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    // given
    var garbage = Files.writeString(work.resolve("garbage"), "{\"PublicKeyList\": 7}");
    // then
    assertThat(run("verify", export.toString(), "--keys", garbage.toString()))
        .isEqualTo(new Ended(3, "", garbage + " has no 'PublicKeyList' that is an array\n"));
    assertThat(run("verify", work + "/none", "--keys", keys.toString()))
        .isEqualTo(
            new Ended(3, "", work + "/none cannot be read: there is no such folder or zip\n"));
    assertThat(run("verify", garbage.toString(), "--keys", keys.toString()).exitCode())
        .isEqualTo(3);
    assertThat(run("verify").exitCode()).isEqualTo(2);
    assertThat(run("verify", "--other", "x").exitCode()).isEqualTo(2);
    assertThat(run("verify", "--help").output()).contains("Exit codes:").contains("7   sign file");
  }

  /// In a process with the heap that the script gives it.
  @Test
  void answersLargeGarbageInTheHeapOfTheLauncher() throws IOException, InterruptedException {
    // given
    var sign = export.resolve("result_sign.json");
    var statement = export.resolve("result_statement.dsse.json");
    var objects = "{\"files\":[" + "{},".repeat(2_700_000) + "{}]}";
    var payload = "{\"payload\":\"" + "AAAA".repeat(2_000_000) + "\",\"payloadType\":\"x\",";
    Files.writeString(sign, objects);
    Files.writeString(statement, payload + "\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}]}");
    var errors = work.resolve("errors");
    // when
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tarn.cli.Tarn",
                "verify",
                export.toString(),
                "--keys",
                keys.toString())
            .redirectError(errors.toFile())
            .start();
    // then
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(errors).lines())
        .containsExactly(
            "result_sign.json is JSON that is nested too deep or too long",
            "result_statement.dsse.json has a payload of another type than"
                + " application/vnd.in-toto+json",
            "NOT VALID: 2 findings");
    assertThat(process.exitValue()).isEqualTo(3);
  }

  /// The exported result of CloudTrail Lake in the corpus, with its published key.
  @Test
  void acceptsAnExportOfCloudTrailLake() throws IOException {
    // given
    var corpus = Optional.ofNullable(System.getenv("TARN_CORPUS")).map(Path::of);
    var signed = corpus.orElse(Path.of("none")).resolve("query-results/signed");
    assumeTrue(Files.isDirectory(signed), "TARN_CORPUS names no folder with a signed result");
    var fingerprint = "67b9fa73676d86966b449dd677850753";
    var value = Files.readString(signed.resolve("public_key_" + fingerprint + ".b64")).strip();
    var lakeKeys = work.resolve("lake.json");
    Files.writeString(
        lakeKeys,
        """
        {"PublicKeyList": [{"Value": "%s", "ValidityStartTime": "2022-05-01T00:00:00+00:00",
          "ValidityEndTime": "2022-05-31T00:00:00+00:00", "Fingerprint": "%s"}]}"""
            .formatted(value, fingerprint));
    var lake = Files.createDirectory(work.resolve("lake"));
    for (var name : new String[] {"result_1.csv.gz", "result_sign.json"}) {
      Files.copy(signed.resolve(name), lake.resolve(name));
    }
    // when
    var ended = run("verify", lake.toString(), "--keys", lakeKeys.toString());
    var byOurKeys = run("verify", lake.toString(), "--keys", keys.toString());
    // then
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.output())
        .isEqualTo(
            "Valid: 1 files of 2022-05-10T22:06:30Z; without a statement nothing else is proved\n");
    assertThat(ended.exitCode()).isZero();
    assertThat(byOurKeys.exitCode()).isNotZero();
  }

  private static Ended run(String... arguments) {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var usualOutput = System.out;
    var usualErrors = System.err;
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      var exitCode = Tarn.run(Arrays.copyOf(arguments, arguments.length));
      return new Ended(
          exitCode,
          output.toString(StandardCharsets.UTF_8),
          errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usualOutput);
      System.setErr(usualErrors);
    }
  }
}
