package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A file of more than 2 GB, and a trail file of 50 MB in one line, take no more memory than small
/// ones: they are read in a process whose heap is a fraction of them.
class HugeFilesTest {
  private static final long BYTES = 2_200_000_000L;
  private static final long ENOUGH = 40_000_000L;

  @Test
  void readsFilesOfAnyLengthWithASmallHeap() throws IOException, InterruptedException {
    // when
    var process = process(HugeFiles.class, "-Xmx64m", String.valueOf(BYTES));
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // then
    assertThat(process.waitFor()).as(output).isZero();
    var figures = figures(output);
    assertThat(figures).containsOnlyKeys("lines", "one-line", "peak");
    assertThat(figures.get("lines")).hasSize(2).allMatch(count -> count > 2_000_000);
    assertThat(figures.get("one-line")).hasSize(2).allMatch(count -> count > 45_000);
    assertThat(figures.values()).allMatch(counts -> Set.copyOf(counts).size() == 1);
    assertThat(figures.get("peak")).allMatch(bytes -> bytes < ENOUGH);
  }

  private static Process process(Class<?> main, String option, String argument) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            option,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            argument)
        .redirectErrorStream(true)
        .start();
  }

  private static Map<String, List<Long>> figures(String output) {
    return output
        .lines()
        .map(line -> line.split(" "))
        .collect(
            Collectors.toMap(
                words -> words[0],
                words -> Arrays.stream(words).skip(1).map(Long::parseLong).toList()));
  }
}
