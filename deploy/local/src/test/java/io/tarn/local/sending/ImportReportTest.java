package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an import says of what it did not take, and its exit code.
class ImportReportTest {
  private static final String REASON =
      """
      {"position":{"record":1,"byte":%d,"line":2},"reason":"not-json","detail":"why"}""";

  private final FileSender.Outcome outcome = new FileSender.Outcome();

  @Test
  void namesAndCountsWhatIsNotRead() throws JsonProcessingException {
    // given
    outcome.refused().put("b", "400");
    outcome.empty().add("c");
    // when
    var report = new ImportReport(Map.of("a", "it is no file"), outcome, json("{}"));
    // then
    assertThat(printed(report))
        .containsExactly(
            "a: not read: it is no file",
            "b: not read: 400",
            "c: empty",
            "2 files not read",
            "1 file empty");
    assertThat(report.isWhole()).isFalse();
  }

  @Test
  void givesFileAndByteOfEveryReason() throws JsonProcessingException {
    // given
    var reasons = IntStream.range(0, 12).mapToObj(REASON::formatted).toList();
    var answer = "{\"rejected\":15,\"reasons\":%s}".formatted(reasons);
    outcome.rejected().put("a.gz", Rejections.of(json(answer)));
    // when
    var report = new ImportReport(Map.of(), outcome, json("{\"reasons\":{\"not-json\":15}}"));
    // then
    assertThat(printed(report))
        .hasSize(12)
        .startsWith("a.gz: byte 0, line 2: not-json: why")
        .endsWith("a.gz: 5 more rejected records", "1 file with rejected records");
    assertThat(report.isWhole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "broken-archive, false",
    "unknown-form, false",
    "no-event-id, false",
    "no-store-of-its-kind, false",
    "account-not-admitted, true",
    "older-than-retention, true"
  })
  void tellsWhatIsLostFromWhatARuleKeepsOut(String reason, boolean isWhole)
      throws JsonProcessingException {
    // given
    var totals = json("{\"reasons\":{\"%s\":1},\"otherContent\":{\"notice\":2}}".formatted(reason));
    // then
    assertThat(new ImportReport(Map.of(), outcome, totals).isWhole()).isEqualTo(isWhole);
  }

  @Test
  void printsWhatADryRunCompared() throws JsonProcessingException {
    // given
    var totals =
        json(
            "{\"received\":20,\"admitted\":9,\"duplicate\":9,\"repeated\":3,\"conflicting\":2,"
                + "\"otherContent\":{\"sign-file\":1}}");
    var out = new ByteArrayOutputStream();
    // when
    new TotalsTable(totals).printDryRun(new PrintStream(out, true, StandardCharsets.UTF_8));
    // then
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "received 20",
            " would be stored 9",
            " already stored 6",
            " repeated 3",
            " conflicting 2",
            " filtered 0",
            " rejected 0",
            "without events",
            " sign-file 1");
  }

  private static List<String> printed(ImportReport report) {
    var err = new ByteArrayOutputStream();
    report.print(new PrintStream(err, true, StandardCharsets.UTF_8));
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
