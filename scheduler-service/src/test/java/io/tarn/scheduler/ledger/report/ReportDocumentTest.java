package io.tarn.scheduler.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.ledger.report.MonthReport.ListedChange;
import io.tarn.scheduler.ledger.report.MonthReport.Listing;
import io.tarn.scheduler.ledger.report.MonthReport.Names;
import io.tarn.scheduler.ledger.report.MonthReport.Times;
import io.tarn.scheduler.ledger.report.MonthReport.VerdictCount;
import io.tarn.scheduler.ledger.verdict.VerdictKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDocumentTest {
  private static final Instant NOW = Instant.parse("2024-06-02T08:00:00Z");
  private static final ListedChange STOPPED =
      new ListedChange(
          "c1",
          Instant.parse("2024-05-03T10:00:00Z"),
          "=ann",
          "111122223333",
          "ec2",
          "StopInstances",
          VerdictKind.UNAPPROVED,
          "Rita",
          "nobody asked",
          NOW);
  private final ReportDocument document = new ReportDocument("Acme", report());

  private static MonthReport report() {
    var ann = new Standing("=ann", 1, 1, 0, 1, 0, 0, 0);
    var noRole = new Standing(null, 1, 1, 0, 1, 0, 2, 0);
    var none = new Times(3, 0, null, null, null);
    return new MonthReport(
        YearMonth.of(2024, 5),
        true,
        NOW,
        4,
        List.of(new VerdictCount(VerdictKind.APPROVED, 1, 1)),
        noRole,
        new Names(300, List.of(ann)),
        new Names(1, List.of(noRole)),
        new Names(0, List.of()),
        new Names(0, List.of()),
        new Times(2, 1, Duration.ofMinutes(90), Duration.ofHours(50), Duration.ofHours(51)),
        none,
        new Listing(2, List.of(STOPPED)),
        new Listing(0, List.of()));
  }

  @Test
  void writesARowForEachThing() throws IOException {
    // when
    var lines = text(document).lines().toList();
    // then
    assertThat(lines)
        .contains(
            row("all,,5,3,1,1,0,1,0,2,0,0.6666,4"),
            row("verdict,approved,1,,,,,,,,,,1"),
            row("person,'=ann,3,3,1,1,0,1,0,0,0,0.6666"),
            row("role,(none),5,3,1,1,0,1,0,2,0,0.6666"),
            row("person,(only 1 shown),,,,,,,,,,,,300"),
            row("request-to-approval,median,,,,,,,,,,,,,5400"),
            row("change-to-late-approval,median"),
            row(
                "violation,c1,,,,,,,,,,,,,,2024-05-03T10:00:00Z,'=ann,111122223333,ec2,"
                    + "StopInstances,unapproved,Rita,nobody asked,2024-06-02T08:00:00Z"),
            row("violation,(only 1 shown),,,,,,,,,,,,2"));
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == ',')).hasSize(25));
  }

  /// A line with as many cells as all have.
  private static String row(String cells) {
    var all = Arrays.copyOf(("2024-05,final," + cells).split(",", -1), 26);
    return String.join(",", Arrays.stream(all).map(cell -> cell == null ? "" : cell).toList());
  }

  @Test
  void writesPagesThatSayHowMuchTheyLeaveOut() throws IOException {
    // given
    var out = new ByteArrayOutputStream();
    // when
    document.writePdf(out);
    // then
    try (var pages = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(pages))
          .contains(
              "Changes of 2024-05",
              "final: the month and the waiting time are over",
              "5 in 4 pieces of work",
              "66.66 %",
              "approved, approved late and emergency (2) of those that need an approval (3)",
              "By person: the first 1 of 300",
              "(none) 5 1 1 0 1 2 66.66 %",
              "1 of 2 1 h 30 min 2 d 2 h 2 d 3 h",
              "0 of 3 – – –",
              "Violations: the first 1 of 2",
              "2024-05-03 10:00:00 =ann ec2 StopInstances in",
              "Unapproved and not reviewed: 0");
    }
  }

  @Test
  void isTheSameFileForTheSameReport() throws IOException {
    assertThat(text(document)).isEqualTo(text(new ReportDocument("Acme", report())));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0 s", "PT59S, 59 s", "PT61S, 1 min", "PT1H1M, 1 h 1 min", "P2DT23H, 2 d 23 h"})
  void tellsTimesInWords(Duration time, String words) {
    assertThat(ReportDocument.words(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1.0000, 100.00 %", "0.0001, 0.01 %", ", –"})
  void tellsSharesInPercent(BigDecimal share, String percent) {
    assertThat(ReportDocument.percent(share)).isEqualTo(percent);
  }

  private static String text(ReportDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.writeCsv(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
