package io.tarn.scheduler.ledger.report;

import io.tarn.scheduler.ledger.report.MonthReport.ListedChange;
import io.tarn.scheduler.ledger.report.MonthReport.Listing;
import io.tarn.scheduler.ledger.report.MonthReport.Names;
import io.tarn.scheduler.ledger.report.MonthReport.Times;
import io.tarn.scheduler.report.CsvReport;
import io.tarn.scheduler.report.PdfReport;
import io.tarn.scheduler.report.Report;
import io.tarn.scheduler.report.Report.Column;
import io.tarn.scheduler.report.Report.Fact;
import io.tarn.scheduler.report.Report.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A monthly report as a file.
public final class ReportDocument {
  private static final String NO_NAME = "(none)";
  private static final List<String> STANDING =
      List.of(
          "changes",
          "needed",
          "approved",
          "approvedLate",
          "emergency",
          "unapproved",
          "pending",
          "automated",
          "exempt",
          "share");
  private static final List<String> HEAD =
      Stream.of(
              List.of("month", "state", "section", "name"),
              STANDING,
              List.of("groups", "total", "seconds"),
              List.of("eventTime", "who", "account", "service", "event", "verdict"),
              List.of("reviewer", "reviewReason", "reviewedAt"))
          .flatMap(List::stream)
          .toList();

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String tenant;
  private final MonthReport report;

  /// @param tenant the tenant's name for people
  public ReportDocument(String tenant, MonthReport report) {
    this.tenant = tenant;
    this.report = report;
  }

  // --- CSV ---

  /// Writes a row for each thing that the report tells, with a name for its section. Lists that
  /// are longer have a row that says so.
  public void writeCsv(OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvReport.row(writer, HEAD);
    var all = row("all", "").with(report.standing());
    write(writer, all.with("groups", report.groups()));
    for (var count : report.verdicts()) {
      write(
          writer,
          row("verdict", count.verdict().wireName())
              .with("changes", count.changes())
              .with("groups", count.groups()));
    }
    writeNames(writer, "person", report.people());
    writeNames(writer, "role", report.roles());
    writeNames(writer, "service", report.services());
    writeNames(writer, "account", report.accounts());
    writeTimes(writer, "request-to-approval", report.approving());
    writeTimes(writer, "change-to-late-approval", report.lateness());
    writeListing(writer, "violation", report.violations());
    writeListing(writer, "open", report.open());
    writer.flush();
  }

  private void writeNames(Writer writer, String section, Names names) throws IOException {
    for (var standing : names.first()) {
      var name = Objects.requireNonNullElse(standing.name(), NO_NAME);
      write(writer, row(section, name).with(standing));
    }
    writeTotal(writer, section, names.total(), names.first().size());
  }

  private void writeTimes(Writer writer, String section, Times times) throws IOException {
    write(writer, row(section, "measured").with("total", times.measured()));
    write(writer, row(section, "all").with("total", times.total()));
    write(writer, row(section, "median").with("seconds", seconds(times.median())));
    write(writer, row(section, "nine-of-ten").with("seconds", seconds(times.ninetieth())));
    write(writer, row(section, "longest").with("seconds", seconds(times.longest())));
  }

  private void writeListing(Writer writer, String section, Listing listing) throws IOException {
    for (var change : listing.first()) {
      write(writer, row(section, change.changeId()).with(change));
    }
    writeTotal(writer, section, listing.total(), listing.first().size());
  }

  private void writeTotal(Writer writer, String section, long total, int shown) throws IOException {
    if (total > shown) {
      write(writer, row(section, "(only " + shown + " shown)").with("total", total));
    }
  }

  private CsvRow row(String section, String name) {
    return new CsvRow(HEAD)
        .with("month", report.month())
        .with("state", report.state())
        .with("section", section)
        .with("name", name);
  }

  private static void write(Writer writer, CsvRow row) throws IOException {
    CsvReport.row(writer, row.values());
  }

  private static @Nullable Long seconds(@Nullable Duration time) {
    return time == null ? null : time.toSeconds();
  }

  // --- PDF ---

  /// Writes facts, counts, times, and then changes one by one.
  public void writePdf(OutputStream out) {
    var title = "Changes of " + report.month();
    PdfReport.write(new Report(title, report.writtenAt(), facts(), tables()), out);
  }

  private List<Fact> facts() {
    var standing = report.standing();
    return List.of(
        new Fact("Tenant", tenant),
        new Fact("Month", report.month() + " (UTC)"),
        new Fact(
            "State",
            report.isFinal()
                ? "final: the month and the waiting time are over"
                : "provisional: it may still change"),
        new Fact("Written", words(report.writtenAt()) + " (UTC)"),
        new Fact("Changes", standing.changes() + " in " + report.groups() + " pieces of work"),
        new Fact("Share approved", percent(standing.share())),
        new Fact(
            "It is",
            "approved, approved late and emergency (%d) of those that need an approval (%d)"
                .formatted(standing.needed() - standing.unapproved(), standing.needed())),
        new Fact(
            "Not in it",
            "%d automated, %d exempt, %d pending"
                .formatted(standing.automated(), standing.exempt(), standing.pending())));
  }

  private List<Table> tables() {
    var tables = new ArrayList<Table>();
    tables.add(verdicts());
    tables.add(names("By person", "Person", report.people()));
    tables.add(names("By role, which stands for the team", "Role", report.roles()));
    tables.add(names("By service", "Service", report.services()));
    tables.add(names("By account", "Account", report.accounts()));
    tables.add(times());
    tables.add(listing("Violations", report.violations()));
    tables.add(listing("Unapproved and not reviewed", report.open()));
    return tables;
  }

  private Table verdicts() {
    return new Table(
        "Verdicts",
        List.of(Column.text("Verdict"), Column.number("Changes"), Column.number("Pieces of work")),
        report.verdicts().stream()
            .map(
                count ->
                    List.of(
                        count.verdict().wireName(),
                        Long.toString(count.changes()),
                        Long.toString(count.groups())))
            .toList());
  }

  private static Table names(String heading, String kind, Names names) {
    return new Table(
        capped(heading, names.total(), names.first().size()),
        List.of(
            Column.text(kind),
            Column.number("Changes"),
            Column.number("Approved"),
            Column.number("Late"),
            Column.number("Emergency"),
            Column.number("Unapproved"),
            Column.number("Other"),
            Column.number("Share")),
        names.first().stream().map(ReportDocument::cells).toList());
  }

  private static List<String> cells(Standing standing) {
    return List.of(
        Objects.requireNonNullElse(standing.name(), NO_NAME),
        Long.toString(standing.changes()),
        Long.toString(standing.approved()),
        Long.toString(standing.late()),
        Long.toString(standing.emergency()),
        Long.toString(standing.unapproved()),
        Long.toString(standing.changes() - standing.needed()),
        percent(standing.share()));
  }

  private Table times() {
    return new Table(
        "Time to approval",
        List.of(
            Column.text("From"),
            Column.number("Measured"),
            Column.number("Median"),
            Column.number("Nine of ten within"),
            Column.number("Longest")),
        List.of(
            cells("request to approval, by approval", report.approving()),
            cells("change to late approval, by change", report.lateness())));
  }

  private static List<String> cells(String name, Times times) {
    return List.of(
        name,
        times.measured() + " of " + times.total(),
        words(times.median()),
        words(times.ninetieth()),
        words(times.longest()));
  }

  private static Table listing(String heading, Listing listing) {
    return new Table(
        capped(heading, listing.total(), listing.first().size()),
        List.of(
            Column.text("Time (UTC)"),
            Column.text("Who"),
            Column.text("Change"),
            Column.text("Review")),
        listing.first().stream().map(ReportDocument::cells).toList());
  }

  private static List<String> cells(ListedChange change) {
    var place = change.accountId() == null ? "" : " in " + change.accountId();
    return List.of(
        words(change.eventTime()),
        change.who(),
        "%s %s%s: %s"
            .formatted(change.service(), change.eventName(), place, change.verdict().wireName()),
        change.reviewedAt() == null
            ? ""
            : "%s, %s: %s"
                .formatted(change.reviewer(), words(change.reviewedAt()), change.reviewReason()));
  }

  /// `2024-05-03 10:00:00`
  private static String words(Instant time) {
    return SECONDS.format(time);
  }

  /// A heading that says how many there are, and how many of them stand below.
  private static String capped(String heading, long total, int shown) {
    return total > shown
        ? "%s: the first %d of %d".formatted(heading, shown, total)
        : "%s: %d".formatted(heading, total);
  }

  /// `66.66 %`; a dash where no change needs an approval.
  static String percent(@Nullable BigDecimal share) {
    return share == null ? "–" : share.movePointRight(2).toPlainString() + " %";
  }

  /// `2 d 3 h`, `3 h 20 min`, `12 min`, `40 s`; a dash where it is not known.
  static String words(@Nullable Duration time) {
    if (time == null) {
      return "–";
    }
    if (time.toDays() > 0) {
      return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
    }
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
