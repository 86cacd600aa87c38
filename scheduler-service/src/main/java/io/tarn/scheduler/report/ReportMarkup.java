package io.tarn.scheduler.report;

import io.tarn.scheduler.report.Report.Column;
import io.tarn.scheduler.report.Report.Table;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A report as a tree of XHTML. No text is ever parsed, so nothing in a value is markup.
final class ReportMarkup {
  static final String FONT = "Report";

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 15mm 20mm 15mm;
        @bottom-right { content: counter(page) " / " counter(pages);
          font-family: Report; font-size: 8pt; } }
      body { font-family: Report; font-size: 9pt; color: #16191f; }
      h1 { font-size: 17pt; font-weight: normal; margin: 0 0 5mm 0; }
      h2 { font-size: 12pt; font-weight: normal; margin: 7mm 0 2mm 0; page-break-after: avoid; }
      table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; }
      tr { page-break-inside: avoid; }
      th { font-weight: normal; color: #5f6b7a; text-align: left; vertical-align: bottom;
        border-bottom: 0.6pt solid #5f6b7a; padding: 1mm 2mm 1mm 0; }
      td { text-align: left; vertical-align: top; border-bottom: 0.3pt solid #d1d5db;
        padding: 1mm 2mm 1mm 0; word-wrap: break-word; }
      th.number, td.number { text-align: right; }
      table.facts td { border-bottom: none; padding: 0.5mm 4mm 0.5mm 0; }
      table.facts td.name { color: #5f6b7a; width: 40mm; }
      """;

  private final Document document;

  private ReportMarkup(Document document) {
    this.document = document;
  }

  static Document of(Report report) {
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new ReportMarkup(document).write(report);
      return document;
    } catch (ParserConfigurationException failure) {
      throw new IllegalStateException("every Java makes documents", failure);
    }
  }

  private void write(Report report) {
    var html = document.createElement("html");
    document.appendChild(html);
    var head = add(html, "head", "");
    text(head, "title", "", report.title());
    text(head, "style", "", STYLE);
    var body = add(html, "body", "");
    text(body, "h1", "", report.title());
    if (!report.facts().isEmpty()) {
      var table = add(body, "table", "facts");
      for (var fact : report.facts()) {
        var row = add(table, "tr", "");
        text(row, "td", "name", fact.name());
        text(row, "td", "", fact.value());
      }
    }
    report.tables().forEach(table -> write(body, table));
  }

  private void write(Element body, Table table) {
    text(body, "h2", "", table.heading());
    var element = add(body, "table", "");
    var names = table.columns().stream().map(Column::name).toList();
    row(add(element, "thead", ""), "th", table.columns(), names);
    var rows = add(element, "tbody", "");
    table.rows().forEach(row -> row(rows, "td", table.columns(), row));
  }

  private void row(Element parent, String cell, List<Column> columns, List<String> values) {
    var row = add(parent, "tr", "");
    for (int index = 0; index < columns.size(); index++) {
      text(row, cell, columns.get(index).isNumber() ? "number" : "", values.get(index));
    }
  }

  private Element add(Element parent, String name, String kind) {
    var element = document.createElement(name);
    if (!kind.isEmpty()) {
      element.setAttribute("class", kind);
    }
    parent.appendChild(element);
    return element;
  }

  private void text(Element parent, String name, String kind, String text) {
    add(parent, name, kind).appendChild(document.createTextNode(printable(text)));
  }

  /// Without characters that no document can hold.
  private static String printable(String text) {
    return text.codePoints()
        .filter(character -> character == '\n' || !Character.isISOControl(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
