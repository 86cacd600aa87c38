package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.deadletter.DeadLetterRows;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.TenantSettings;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.JsonSize;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Keeps the account of uploads: opened, their files, closed, complete.
@ApplicationScoped
public class UploadService {
  private final DataSource database;
  private final UploadRepository uploads;
  private final FileRepository files;
  private final AccountRepository accounts;
  private final DigestFileRows digests;
  private final DryRunEvents dryRuns;

  /// This process, as the rows of the files that it receives name it.
  private final UUID instanceId = UUID.randomUUID();

  UploadService(
      DataSource database,
      UploadRepository uploads,
      FileRepository files,
      AccountRepository accounts,
      DigestFileRows digests,
      DryRunEvents dryRuns) {
    this.database = database;
    this.uploads = uploads;
    this.files = files;
    this.accounts = accounts;
    this.digests = digests;
    this.dryRuns = dryRuns;
  }

  /// What a request to send a file comes to.
  public sealed interface FileStart {
    /// The file may come.
    ///
    /// @param upload that it belongs to
    /// @param settings of the tenant, as they are now
    record Started(FileId file, FileUpload upload, TenantSettings settings) implements FileStart {}

    /// It has come before; this is what was answered.
    record AlreadyReceived(String answer) implements FileStart {}
  }

  public Upload open(NewUpload upload) {
    return run(
        connection -> {
          uploads.insert(connection, upload);
          return uploads.find(connection, upload.tenant(), upload.id()).orElseThrow();
        });
  }

  public Upload find(TenantId tenant, UUID id) {
    return run(
        connection -> completed(connection, tenant, id).orElseThrow(UploadException.Unknown::new));
  }

  public Page<Upload> list(TenantId tenant, @Nullable Cursor after, int limit) {
    var before = after == null ? null : idOf(after);
    var rows = run(connection -> uploads.list(connection, tenant, before, limit + 1));
    return Page.bounded(
        rows, limit, upload -> Cursor.of(upload.id().toString()), UploadService::sizeOf);
  }

  public Page<UploadFile> files(TenantId tenant, UUID upload, @Nullable Cursor after, int limit) {
    int number = after == null ? 0 : numberOf(after);
    var rows =
        run(
            connection -> {
              var _ =
                  uploads
                      .find(connection, tenant, upload)
                      .orElseThrow(UploadException.Unknown::new);
              return files.list(connection, tenant, upload, number, limit + 1);
            });
    return Page.bounded(
        rows, limit, file -> Cursor.of(Integer.toString(file.number())), UploadService::sizeOf);
  }

  /// AWS accounts of an upload's events; known once its totals are final.
  ///
  /// @param others tenants whose accounts count as foreign: an operator's own tenants
  public List<UploadAccount> accounts(TenantId tenant, UUID upload, Set<TenantId> others) {
    return run(connection -> accounts.list(connection, tenant, upload, others));
  }

  /// Begins a file, unless one of this name was received before.
  public FileStart begin(TenantId tenant, UUID upload, String name) {
    var begin = new FileBegin(tenant, upload, name);
    runTogether(begin.steps(instanceId));
    return begin.start();
  }

  /// Records the progress of a file, and stores what is pending.
  public void progress(FileId file, FileProgress progress, PendingRecords pending) {
    run(connection -> progress(connection, file, progress, pending));
  }

  /// Compares events of a dry run with what is stored and with those before them.
  ///
  /// @param events of one store
  public DryRunCounts compare(UUID upload, Store store, List<DryRunEvent> events) {
    return run(connection -> dryRuns.compare(connection, upload, store, events));
  }

  /// Ends a file of which Kafka has all.
  ///
  /// @param answer the answer to the sender, as JSON
  public void finish(FileId file, FileProgress progress, PendingRecords pending, String answer) {
    if (pending.isEmpty() && progress.reasons().isEmpty()) {
      var finish = new FileFinish(file, progress, answer);
      runTogether(finish.steps());
      finish.check();
      return;
    }
    run(
        connection -> {
          progress(connection, file, progress, pending);
          files.markReceived(connection, file, answer);
          closeSingle(connection, file, null);
          return true;
        });
  }

  /// Ends a file early.
  ///
  /// @param isExact whether what was published is known to the last event
  public void abort(
      FileId file, FileProgress progress, PendingRecords pending, String failure, boolean isExact) {
    run(
        connection -> {
          progress(connection, file, progress, pending);
          files.markFailed(connection, file, failure, isExact);
          closeSingle(connection, file, failure);
          return true;
        });
  }

  /// Ends a file whose intake is not heard of any more.
  void giveUp(FileId file, String failure) {
    run(
        connection -> {
          files.markFailed(connection, file, failure, false);
          closeSingle(connection, file, failure);
          return true;
        });
  }

  /// Closes an upload: no more files. Closing it again changes nothing.
  public Upload close(TenantId tenant, UUID id) {
    return run(
        connection -> {
          var state =
              uploads.lock(connection, tenant, id).orElseThrow(UploadException.Unknown::new);
          if (state == UploadState.RECEIVING) {
            if (files.isReceiving(connection, tenant, id)) {
              throw new UploadException.Busy("A file is still coming in.");
            }
            uploads.close(connection, tenant, id, failureOf(connection, tenant, id));
          }
          return completed(connection, tenant, id).orElseThrow();
        });
  }

  /// Marks an upload whose totals are final as being purged; false where it is already.
  public boolean beginPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return uploads.beginPurge(connection, tenant, id);
  }

  /// Marks it as purged.
  public void endPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    uploads.endPurge(connection, tenant, id);
  }

  /// This process, as the rows of its files name it.
  UUID instanceId() {
    return instanceId;
  }

  /// The upload with its totals, which are added up once; the final ones are recorded when all of
  /// it is written.
  Optional<Upload> completed(Connection connection, TenantId tenant, UUID id) throws SQLException {
    var upload = uploads.find(connection, tenant, id).orElse(null);
    if (upload == null || upload.state().isFinal()) {
      return Optional.ofNullable(upload);
    }
    var counted = UploadTotals.of(connection, tenant, id);
    if (upload.state() == UploadState.WRITING && counted.isFinalFor(upload)) {
      accounts.keep(connection, upload);
      uploads.complete(connection, upload, counted.totals());
      dryRuns.forget(connection, upload);
      return uploads.find(connection, tenant, id);
    }
    return Optional.of(upload.with(counted.totals()));
  }

  private boolean progress(
      Connection connection, FileId file, FileProgress progress, PendingRecords pending)
      throws SQLException {
    if (!files.progress(connection, file, progress)) {
      throw new UploadException.Closed();
    }
    DeadLetterRows.insert(connection, pending.letters());
    digests.insert(connection, file, pending.digestFiles());
    return true;
  }

  private void closeSingle(Connection connection, FileId file, @Nullable String failure)
      throws SQLException {
    if (uploads.isSingle(connection, file.tenant(), file.upload())) {
      uploads.close(connection, file.tenant(), file.upload(), failure);
    }
  }

  private @Nullable String failureOf(Connection connection, TenantId tenant, UUID id)
      throws SQLException {
    var failed = files.failedNames(connection, tenant, id);
    return failed.isEmpty() ? null : "failed: " + String.join(", ", failed);
  }

  private static long sizeOf(Upload upload) {
    return 1000L + JsonSize.of(upload.source(), upload.failure());
  }

  private static long sizeOf(UploadFile file) {
    return 800L + JsonSize.of(file.name(), file.failure());
  }

  private static UUID idOf(Cursor cursor) {
    try {
      return UUID.fromString(cursor.value(0));
    } catch (IllegalArgumentException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private static int numberOf(Cursor cursor) {
    try {
      return Integer.parseInt(cursor.value(0));
    } catch (NumberFormatException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private void runTogether(List<Sql.Step> steps) {
    try {
      Sql.runTogether(database, steps);
    } catch (SQLException failure) {
      throw new UploadException.Unavailable(failure);
    }
  }

  <T> T run(Sql.Work<T> work) {
    return Sql.inTransaction(database, work, UploadException.Unavailable::new);
  }
}
