package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.chargeback.StatementLine.PricedQuantity;
import io.tarn.scheduler.report.CsvReport;
import io.tarn.scheduler.report.PdfReport;
import io.tarn.scheduler.report.Report;
import io.tarn.scheduler.report.Report.Column;
import io.tarn.scheduler.report.Report.Fact;
import io.tarn.scheduler.report.Report.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A statement as a file.
public final class StatementReport {
  private static final List<String> HEAD =
      List.of(
          "month",
          "kind",
          "costCentre",
          "meter",
          "unit",
          "payer",
          "rateFrom",
          "prices",
          "quantity",
          "amount",
          "currency",
          "id",
          "reason");

  private final String tenant;
  private final MonthStatement month;
  private final Map<String, Meter> meters;

  /// @param tenant the tenant's name for people
  public StatementReport(String tenant, MonthStatement month) {
    this.tenant = tenant;
    this.month = month;
    this.meters =
        month.basis().meters().stream().collect(Collectors.toMap(Meter::id, Function.identity()));
  }

  /// Writes a row for each line, and one with a negative amount for each credit.
  public void writeCsv(OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvReport.row(writer, HEAD);
    var statement = month.statement();
    var name = statement.month().toString();
    for (var line : statement.lines()) {
      CsvReport.row(
          writer,
          List.of(
              name,
              "line",
              line.costCentre(),
              line.meter(),
              unit(line),
              String.join(" ", line.payer()),
              rateFrom(line),
              prices(line),
              line.quantity().toPlainString(),
              line.amount().toPlainString(),
              statement.currency(),
              line.id(),
              ""));
    }
    for (var credit : month.credits()) {
      CsvReport.row(
          writer,
          List.of(
              name,
              "credit",
              credit.costCentre(),
              "",
              "",
              "",
              "",
              "",
              "",
              credit.amount().negate().toPlainString(),
              statement.currency(),
              credit.id().toString(),
              credit.reason()));
    }
    writer.flush();
  }

  /// Writes the sums, then the lines, then the credits.
  ///
  /// @param now stands for the time of a statement that is not closed
  public void writePdf(OutputStream out, Instant now) {
    var closedAt = month.closedAt();
    var title = "Statement of " + month.statement().month();
    PdfReport.write(
        new Report(title, closedAt == null ? now : closedAt, facts(closedAt), tables()), out);
  }

  private List<Fact> facts(@Nullable Instant closedAt) {
    var statement = month.statement();
    var totals = StatementTotals.of(month);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Tenant", tenant));
    facts.add(new Fact("Month", statement.month() + " (UTC)"));
    facts.add(
        new Fact(
            "State",
            closedAt == null
                ? "open: it may still change"
                : "closed at " + closedAt + " by " + month.closedBy()));
    facts.add(new Fact("Total", money(statement.total().toPlainString())));
    if (!month.credits().isEmpty()) {
      facts.add(new Fact("Credits", money(totals.credited().negate().toPlainString())));
      facts.add(new Fact("Due", money(totals.due().toPlainString())));
    }
    facts.add(
        new Fact("Rounding", "each line once, to the currency's minor unit, half to the even one"));
    return facts;
  }

  private String money(String amount) {
    return amount + " " + month.statement().currency();
  }

  private List<Table> tables() {
    var tables = new ArrayList<Table>();
    tables.add(costCentres());
    tables.add(lines());
    if (!month.credits().isEmpty()) {
      tables.add(credits());
    }
    return tables;
  }

  private Table costCentres() {
    return new Table(
        "Cost centres",
        List.of(
            Column.text("Cost centre"),
            Column.number("Amount"),
            Column.number("Credits"),
            Column.number("Due")),
        StatementTotals.of(month).costCentres().stream()
            .map(
                one ->
                    List.of(
                        one.name(),
                        one.amount().toPlainString(),
                        one.credited().negate().toPlainString(),
                        one.due().toPlainString()))
            .toList());
  }

  private Table lines() {
    return new Table(
        "Lines",
        List.of(
            Column.text("Cost centre"),
            Column.text("Meter"),
            Column.text("For"),
            Column.number("Quantity"),
            Column.number("Price"),
            Column.number("Amount")),
        month.statement().lines().stream()
            .map(
                line ->
                    List.of(
                        line.costCentre(),
                        meterName(line),
                        String.join(" ", line.payer()),
                        line.quantity().toPlainString(),
                        prices(line),
                        line.amount().toPlainString()))
            .toList());
  }

  private Table credits() {
    return new Table(
        "Credits",
        List.of(
            Column.text("Cost centre"),
            Column.text("Reason"),
            Column.text("Given by"),
            Column.number("Amount")),
        month.credits().stream()
            .map(
                one ->
                    List.of(
                        one.costCentre(),
                        one.reason(),
                        one.createdBy(),
                        one.amount().negate().toPlainString()))
            .toList());
  }

  private String meterName(StatementLine line) {
    var meter = meters.get(line.meter());
    return meter == null ? line.meter() : meter.definition().name();
  }

  private String unit(StatementLine line) {
    var meter = meters.get(line.meter());
    return meter == null ? "" : meter.definition().unit();
  }

  private static String rateFrom(StatementLine line) {
    var from = line.rateFrom();
    return from == null ? "" : from.toString();
  }

  /// The price, or where there are tiers each with its quantity; a word where no rate was valid.
  private static String prices(StatementLine line) {
    if (line.rateFrom() == null) {
      return "no rate";
    }
    var prices = line.prices();
    return prices.size() == 1
        ? prices.getFirst().price().toPlainString()
        : prices.stream().map(StatementReport::part).collect(Collectors.joining(" + "));
  }

  private static String part(PricedQuantity part) {
    return part.quantity().toPlainString() + " × " + part.price().toPlainString();
  }
}
