package io.tarn.scheduler.report;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Writes reports as PDF, with page numbers. Its font has the letters of Latin, Greek, Cyrillic and
/// Hebrew, and is embedded. Nothing is loaded from anywhere.
public final class PdfReport {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String PRODUCER = "Tarn";

  private PdfReport() {}

  /// Writes a report, and closes nothing.
  ///
  /// @throws UncheckedIOException if it cannot be written
  public static void write(Report report, OutputStream out) {
    try (var document = new PDDocument()) {
      render(report, document);
      var information = document.getDocumentInformation();
      var created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      created.setTimeInMillis(report.createdAt().toEpochMilli());
      information.setCreationDate(created);
      information.setModificationDate(created);
      // Otherwise the file's id would come from the time of writing.
      document.setDocumentId(report.createdAt().toEpochMilli());
      document.save(out);
    } catch (IOException failure) {
      throw new UncheckedIOException("a report cannot be written", failure);
    }
  }

  private static void render(Report report, PDDocument document) throws IOException {
    var builder = new PdfRendererBuilder();
    builder.withW3cDocument(ReportMarkup.of(report), null);
    builder.useFont(PdfReport::font, ReportMarkup.FONT);
    builder.withProducer(PRODUCER);
    builder.usePDDocument(document);
    builder.useExternalResourceAccessControl(
        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
    }
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
  }
}
