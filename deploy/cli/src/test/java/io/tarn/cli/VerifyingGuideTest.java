package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tarn.cli.verify.TestExport;
import io.tarn.parts.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide to verifying, word for word, on an export that the test signs: here `./tarn` runs the
/// real verifier, and what needs a running product is copied.
class VerifyingGuideTest {
  private static final Path GUIDE = Checkout.root().resolve("docs/guides/verifying-results.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```sh\\n(.*?)^```$(?:\\n\\n^```text\\n(.*?)^```$)?",
          Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path work;

  @Test
  void saysWhatHappens() throws Exception {
    for (var program : List.of("openssl", "sha256sum", "bash")) {
      assumeTrue(isThere(program), program + " is not installed");
    }
    // given
    prepare();
    var blocks = BLOCK.matcher(Files.readString(GUIDE)).results().toList();
    assertThat(blocks).hasSizeGreaterThan(6);
    for (var block : blocks) {
      // when
      var ended = run(block.group(1));
      // then
      assertThat(ended.exitCode()).as("%s%n%s", block.group(1), ended.errors()).isZero();
      if (block.group(2) != null) {
        assertThat(ended.output())
            .as("%s%n%s", block.group(1), ended.errors())
            .isEqualTo(block.group(2));
      }
    }
  }

  /// The same blocks refuse what was changed.
  @Test
  void refusesChangesByOpensslAlone() throws Exception {
    for (var program : List.of("openssl", "sha256sum", "bash")) {
      assumeTrue(isThere(program), program + " is not installed");
    }
    // given
    prepare();
    var blocks = BLOCK.matcher(Files.readString(GUIDE)).results().toList();
    run(blocks.get(0).group(1));
    run(blocks.get(1).group(1));
    var sign = work.resolve("w/export/result_sign.json");
    var envelope = work.resolve("w/export/result_statement.dsse.json");
    Files.writeString(
        sign,
        Files.readString(sign).replaceFirst("hashSignature\":\"....", "hashSignature\":\"0000"));
    Files.writeString(
        envelope, Files.readString(envelope).replaceFirst("sig\":\"....", "sig\":\"AAAA"));
    Files.write(work.resolve("w/export/result_2.csv.gz"), new byte[3]);
    for (var expected :
        List.of("files unchanged\n", "Verified OK\n", "Signature Verified Successfully\n")) {
      var block =
          blocks.stream().filter(one -> expected.equals(one.group(2))).findFirst().orElseThrow();
      // when
      var ended = run(block.group(1));
      // then
      assertThat(ended.exitCode()).as(block.group(1)).isNotZero();
      assertThat(ended.output()).isNotEqualTo(expected);
    }
  }

  private record Ended(int exitCode, String output, String errors) {}

  private void prepare() throws IOException {
    TestExport.ofCsv().writeTo(work.resolve("made/export"));
    Files.write(work.resolve("made/keys.json"), TestExport.keys().toJson());
    Files.createDirectory(work.resolve("w"));
    var tarn =
        """
        #!/usr/bin/env bash
        case "$1" in
          export) cp -r made/export "${@: -1}" ;;
          keys) cp made/keys.json "$3" ;;
          *) exec '%s/bin/java' -cp '%s' io.tarn.cli.Tarn "$@" ;;
        esac
        """
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path"));
    Files.writeString(work.resolve("tarn"), tarn);
    Files.setPosixFilePermissions(
        work.resolve("tarn"), PosixFilePermissions.fromString("rwx------"));
  }

  private Ended run(String script) throws IOException, InterruptedException {
    var output = work.resolve("output").toFile();
    var errors = work.resolve("errors").toFile();
    var builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
            .directory(work.toFile())
            .redirectOutput(output)
            .redirectError(errors);
    builder.environment().put("WORK", work.resolve("w").toString());
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(script).isTrue();
    return new Ended(
        process.exitValue(), Files.readString(output.toPath()), Files.readString(errors.toPath()));
  }

  private static boolean isThere(String program) {
    var folders = System.getenv("PATH").split(File.pathSeparator, -1);
    return List.of(folders).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }
}
