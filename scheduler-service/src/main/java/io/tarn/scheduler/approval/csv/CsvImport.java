package io.tarn.scheduler.approval.csv;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalIntake;
import io.tarn.scheduler.approval.ApprovalRules;
import io.tarn.scheduler.approval.ApprovalService;
import io.tarn.scheduler.approval.Receipt;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Keeps the approvals of a CSV file: all of them in one transaction, or none. The file is on disk
/// meanwhile, so that a slow sender holds no transaction; a few hundred lines are in memory.
@ApplicationScoped
public class CsvImport {
  /// How many lines a file may have, without the one that names the columns.
  public static final int MOST_LINES = 100_000;

  private static final int BATCH = 500;

  private final Transactions transactions;
  private final ApprovalIntake intake;
  private final ApprovalService approvals;
  private final Clock clock;

  CsvImport(
      Transactions transactions, ApprovalIntake intake, ApprovalService approvals, Clock clock) {
    this.transactions = transactions;
    this.intake = intake;
    this.approvals = approvals;
    this.clock = clock;
  }

  /// @param isDryRun whether nothing is to be kept; then faults are in the report
  /// @throws CsvRefusedException where a line is at fault and this is no dry run; where the file
  ///     cannot be read at all; where it has too many lines
  public CsvReport run(TenantId tenant, InputStream body, boolean isDryRun) {
    try {
      var file = Files.createTempFile("tarn-approvals", ".csv");
      try {
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        return run(tenant, file, isDryRun);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private CsvReport run(TenantId tenant, Path file, boolean isDryRun) throws IOException {
    // Counted first, so that a file that is too large costs no database.
    count(file);
    try {
      return transactions.in(
          connection -> {
            var tally = new CsvTally();
            take(connection, tenant, file, tally);
            if (isDryRun || tally.isFaulty()) {
              throw new Undone(tally);
            }
            return tally.report(false);
          });
    } catch (Undone undone) {
      var report = undone.tally.report(isDryRun);
      if (isDryRun) {
        return report;
      }
      throw new CsvRefusedException(
          "%d faults were found, and nothing is kept.".formatted(report.faultCount()),
          report.faults(),
          report.faultCount());
    }
  }

  private static void count(Path file) throws IOException {
    try (var lines = new CsvLines(Files.newInputStream(file))) {
      var header = lines.next();
      if (header == null) {
        throw new CsvRefusedException(new CsvFault(1, null, "must name the columns"));
      }
      CsvHeader.of(header.values());
      long count = 0;
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (++count > MOST_LINES) {
          throw new CsvRefusedException(
              new CsvFault(
                  line.number(), null, "is one too many: a file has at most 100,000 lines"));
        }
      }
    }
  }

  private void take(Connection connection, TenantId tenant, Path file, CsvTally tally)
      throws SQLException {
    var accounts = approvals.accounts(connection, tenant);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var batch = new ArrayList<Numbered>();
    try (var lines = new CsvLines(Files.newInputStream(file))) {
      var first = lines.next();
      var header = CsvHeader.of(first == null ? List.of() : first.values());
      for (var line = lines.next(); line != null; line = lines.next()) {
        tally.line();
        var read = new CsvApproval(header, line);
        var number = line.number();
        var draft = read.read();
        read.faults().forEach(tally::fault);
        if (draft.isEmpty()) {
          continue;
        }
        var violations = ApprovalRules.violations(draft.get(), accounts, now);
        violations.forEach(
            fault ->
                tally.fault(
                    new CsvFault(number, CsvColumn.ofPlace(fault.field()), fault.reason())));
        if (violations.isEmpty()) {
          batch.add(new Numbered(number, draft.get()));
        }
        if (batch.size() == BATCH) {
          keep(connection, tenant, batch, now, tally);
          batch.clear();
        }
      }
      keep(connection, tenant, batch, now, tally);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void keep(
      Connection connection, TenantId tenant, List<Numbered> batch, Instant now, CsvTally tally)
      throws SQLException {
    var drafts = batch.stream().map(Numbered::draft).toList();
    var receipts = intake.take(connection, tenant, drafts, now);
    for (int index = 0; index < batch.size(); index++) {
      tally.receipt(receipts.get(index));
      if (receipts.get(index) == Receipt.CONFLICT) {
        tally.fault(
            new CsvFault(
                batch.get(index).line(),
                CsvColumn.VERSION.title(),
                "is known with other content; a change has a new version"));
      }
    }
  }

  private record Numbered(long line, ApprovalDraft draft) {}

  /// Rolls back what was taken.
  private static final class Undone extends RuntimeException {
    private final transient CsvTally tally;

    Undone(CsvTally tally) {
      super("undone", null, false, false);
      this.tally = tally;
    }
  }
}
