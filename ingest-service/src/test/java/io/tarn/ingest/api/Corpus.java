package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The corpus of real events: `TARN_CORPUS`, else beside the repository. A test without it is
/// skipped, unless `TARN_REQUIRE` asks for it.
public record Corpus(Path folder) {

  public static Corpus orSkip() {
    var folder =
        Optional.ofNullable(System.getenv("TARN_CORPUS"))
            .map(Path::of)
            .orElseGet(() -> repository().resolve("../shared/corpus").normalize());
    boolean isThere = Files.isDirectory(folder.resolve("events"));
    if (!isThere && isRequired()) {
      fail("TARN_REQUIRE asks for the corpus, but there is none at " + folder);
    }
    assumeTrue(isThere, "there is no corpus at " + folder);
    return new Corpus(folder);
  }

  /// The files of a part of the corpus that hold one record a line.
  public List<Path> files(String part) {
    try (Stream<Path> files = Files.list(folder.resolve(part))) {
      return files.filter(file -> file.toString().contains(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files of a case out of public reports, which stand beside the corpus. A test of a case
  /// that is not there is skipped.
  public List<Path> caseFiles(String name) {
    var cases = folder.resolveSibling("cases").resolve(name);
    assumeTrue(Files.isDirectory(cases), "there is no case at " + cases);
    try (Stream<Path> files = Files.list(cases)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The trail files.
  public List<Path> trails() {
    try (Stream<Path> files = Files.walk(folder.resolve("trails"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      var bytes = bytes(file);
      return new String(
          isGzip(bytes)
              ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
              : bytes,
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  private static boolean isRequired() {
    return Arrays.asList(Optional.ofNullable(System.getenv("TARN_REQUIRE")).orElse("").split(","))
        .contains("corpus");
  }

  private static Path repository() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("deploy")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("run the tests inside a checkout of Tarn");
  }
}
