package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.service.result.LakeText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// CSV as CloudTrail Lake writes it: a line about the execution, the names of the columns, the
/// rows; each line ends with CR LF, and a field stands in quotes only where it has to.
final class CsvForm implements RowForm {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\s&&[^\\t ]]+");
  private static final String END = "\r\n";
  private static final int BUFFER = 64 * 1024;

  private final GZIPOutputStream zipped;
  private final Writer text;
  private final List<ExportColumn> columns;

  CsvForm(ExportedResult result, OutputStream out) throws IOException {
    this.zipped = new GZIPOutputStream(out, BUFFER);
    this.text = new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8), BUFFER);
    this.columns = result.columns();
    text.write(firstLine(result.executedAt(), result.statement()));
    text.write(END);
    writeLine(columns.stream().map(ExportColumn::name).toList());
  }

  static String firstLine(Instant executedAt, String statement) {
    var oneLine = LINE_BREAKS.matcher(statement.strip()).replaceAll(" ");
    return "# Execution Time: %s Query Statement: %s"
        .formatted(MICROSECONDS.format(executedAt), oneLine);
  }

  @Override
  public void write(JsonNode row) throws IOException {
    for (int at = 0; at < columns.size(); at++) {
      if (at > 0) {
        text.write(',');
      }
      writeField(LakeText.ofCell(row.path(at), columns.get(at).type()));
    }
    text.write(END);
  }

  private void writeLine(List<String> fields) throws IOException {
    for (int at = 0; at < fields.size(); at++) {
      if (at > 0) {
        text.write(',');
      }
      writeField(fields.get(at));
    }
    text.write(END);
  }

  /// The only field of a row is quoted also where it is empty: readers skip empty lines.
  private void writeField(String field) throws IOException {
    if (mustBeQuoted(field) || (field.isEmpty() && columns.size() == 1)) {
      text.write('"');
      text.write(field.replace("\"", "\"\""));
      text.write('"');
    } else {
      text.write(field);
    }
  }

  private static boolean mustBeQuoted(String field) {
    for (int at = 0; at < field.length(); at++) {
      switch (field.charAt(at)) {
        case ',', '"', '\r', '\n' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  @Override
  public long waiting() {
    return 0;
  }

  @Override
  public void finish() throws IOException {
    text.flush();
    zipped.finish();
  }
}
