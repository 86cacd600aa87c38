package io.tarn.scheduler.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.report.Report.Column;
import io.tarn.scheduler.report.Report.Fact;
import io.tarn.scheduler.report.Report.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void writesTextsOfManyScriptsAsTheyAre() throws IOException {
    // given
    var facts = List.of(new Fact("Tenant", "Łódź Ärzte ΑΒΓ Привет <b>&amp;</b>"));
    var table =
        new Table(
            "Lines & sums",
            List.of(Column.text("Who"), Column.number("Amount")),
            List.of(
                List.of("<img src=\"http://127.0.0.1:1/x\"/>", "1.50"),
                List.of("a\u0000b", "-2.00")));
    // when
    var text = text(written(new Report("Statement", NOW, facts, List.of(table))));
    // then
    assertThat(text)
        .contains(
            "Statement",
            "Łódź Ärzte ΑΒΓ Привет <b>&amp;</b>",
            "Lines & sums",
            "<img src=\"http://127.0.0.1:1/x\"/> 1.50",
            "ab -2.00",
            "1 / 1");
  }

  @Test
  void numbersPagesAndRepeatsTheHeadOfATable() throws IOException {
    // given
    var rows =
        IntStream.range(0, 200).mapToObj(n -> List.of("row " + n, Integer.toString(n))).toList();
    var table = new Table("Rows", List.of(Column.text("Name"), Column.number("Number")), rows);
    // when
    var file = written(new Report("Long", NOW, List.of(), List.of(table)));
    // then
    try (var document = Loader.loadPDF(file)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      var last = new PDFTextStripper();
      last.setStartPage(pages);
      assertThat(last.getText(document)).contains("Name Number", "row 199", pages + " / " + pages);
      assertThat(document.getPage(0).getResources().getFontNames())
          .allSatisfy(
              name ->
                  assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                      .isTrue());
    }
  }

  @Test
  void writesTheSameReportAsTheSameFile() throws IOException {
    // given
    var report = new Report("Same", NOW, List.of(new Fact("a", "b")), List.of());
    // then
    assertThat(written(report)).isEqualTo(written(report));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "a,b|\"a,b\"",
        "say \"x\"|\"say \"\"x\"\"\"",
        "=1+1|'=1+1",
        "-1.50|-1.50",
        "-x|'-x",
        "@a|'@a"
      })
  void writesCellsThatSpreadsheetsTakeAsTexts(String value, String cell) throws IOException {
    // given
    var out = new StringWriter();
    // when
    CsvReport.row(out, List.of(value, "end"));
    // then
    assertThat(out).hasToString(cell + ",end\r\n");
  }

  private static byte[] written(Report report) {
    var out = new ByteArrayOutputStream();
    PdfReport.write(report, out);
    return out.toByteArray();
  }

  private static String text(byte[] file) throws IOException {
    try (var document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
