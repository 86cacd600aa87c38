package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.intake.form.Packing.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file in `forms` holds events in one form; beside it stands what is found in it: a line for
/// each piece with its record and byte. However the file is packed, the same is found.
class FormsTest {

  static Stream<Path> forms() {
    try (var files = Files.list(folder())) {
      return files.filter(file -> !isExpectation(file)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsWhatAFileHolds(Path file) throws IOException {
    // given
    var bytes = Files.readAllBytes(file);

    // when
    var found = Found.in(bytes);

    // then
    assertThat(found.lines()).isEqualTo(expected(file));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsTheSameHoweverAFileIsPacked(Path file) throws IOException {
    // given
    var bytes = Files.readAllBytes(file);
    var plain = Found.in(bytes).lines();

    // when
    var found = new LinkedHashMap<String, List<String>>();
    packings().forEach((name, packing) -> found.put(name, withoutMembers(packing.apply(bytes))));

    // then
    assertThat(found).allSatisfy((name, lines) -> assertThat(lines).isEqualTo(plain));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsTheSameWhereverTheNetworkCuts(Path file) throws IOException {
    // given
    var bytes = Files.readAllBytes(file);
    var plain = Found.in(bytes).lines();

    // when
    var found =
        Stream.of(1, 2, 3, 7, 64)
            .map(size -> Found.in(new Chunks(bytes, () -> size)).lines())
            .toList();

    // then
    assertThat(found).allSatisfy(lines -> assertThat(lines).isEqualTo(plain));
  }

  private static Map<String, UnaryOperator<byte[]>> packings() {
    var packings = new LinkedHashMap<String, UnaryOperator<byte[]>>();
    packings.put("gzip", Packing::gzip);
    packings.put("gzip members", Packing::gzipMembers);
    packings.put("gzip in gzip", bytes -> Packing.gzip(Packing.gzip(bytes)));
    packings.put("zstd", Packing::zstd);
    packings.put("zstd frames", Packing::zstdFrames);
    packings.put("zip", bytes -> Packing.zip(List.of(new Member("m", bytes))));
    packings.put("stored zip", bytes -> Packing.zipStored(List.of(new Member("m", bytes))));
    packings.put("zip of gzip", bytes -> zipped(Packing.gzip(bytes)));
    packings.put("zip of zstd", bytes -> zipped(Packing.zstd(bytes)));
    packings.put("gzip of zip", bytes -> Packing.gzip(zipped(bytes)));
    return packings;
  }

  private static byte[] zipped(byte[] bytes) {
    return Packing.zip(List.of(new Member("m", bytes)));
  }

  private static List<String> withoutMembers(byte[] packed) {
    return Found.in(packed).lines().stream()
        .map(line -> line.replaceFirst("^(\\d+:\\d+):m ", "$1 "))
        .toList();
  }

  private static List<String> expected(Path file) throws IOException {
    var name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", ".expected");
    var text = Files.readString(file.resolveSibling(name), StandardCharsets.UTF_8);
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 1).split("\n(?=\\d+:\\d+ )"));
  }

  private static boolean isExpectation(Path file) {
    return file.toString().endsWith(".expected");
  }

  private static Path folder() {
    try {
      return Path.of(FormsTest.class.getResource("/forms").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
