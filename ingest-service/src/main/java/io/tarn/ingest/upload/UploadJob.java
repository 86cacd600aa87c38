package io.tarn.ingest.upload;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Completes uploads: renews the heartbeat of this process, fails the files of processes that
/// are gone, and records final totals. Every step can be repeated by any replica.
///
/// How much a lost process published nobody knows. Its file counts as written when the writers
/// have counted all that is known to be in Kafka, and nothing more of it for
/// `tarn.ingest.uploads.lost-after`. Only then is the upload completed, with totals as of that
/// time that add up, and only then can it be purged. A writer that stood still for longer may
/// store what was sent after the last recorded progress: the totals and an earlier purge do not
/// have it.
@ApplicationScoped
class UploadJob {
  private static final String LOST = "the process that received it ended";
  private static final String LEFT_OPEN = "left open";

  private final DataSource database;
  private final UploadService service;
  private final UploadRepository uploads;
  private final FileRepository files;
  private final UploadConfig config;

  UploadJob(
      DataSource database,
      UploadService service,
      UploadRepository uploads,
      FileRepository files,
      UploadConfig config) {
    this.database = database;
    this.service = service;
    this.uploads = uploads;
    this.files = files;
    this.config = config;
  }

  @Scheduled(
      identity = "uploads",
      every = "{tarn.ingest.uploads.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      Sql.runInTransaction(database, connection -> files.beat(connection, service.instanceId()));
      giveUpLost();
      Sql.runInTransaction(database, connection -> files.settle(connection, config.lostAfter()));
      closeLeftOpen();
      complete();
    } catch (SQLException | UploadException failure) {
      Log.warnf("uploads cannot be completed now: %s", failure.getMessage());
    }
  }

  private void giveUpLost() throws SQLException {
    for (var file : read(connection -> files.lost(connection, config.lostAfter()))) {
      Log.warnf(
          "tenant %s: file %d of upload %s is given up",
          file.tenant(), file.number(), file.upload());
      service.giveUp(file, LOST);
    }
  }

  private void closeLeftOpen() throws SQLException {
    Sql.runInTransaction(
        database, connection -> uploads.closeLeftOpen(connection, config.openFor(), LEFT_OPEN));
  }

  private void complete() throws SQLException {
    for (var upload : read(uploads::writing)) {
      Sql.runInTransaction(
          database, connection -> service.completed(connection, upload.tenant(), upload.id()));
    }
  }

  private <T> List<T> read(Sql.Work<List<T>> work) throws SQLException {
    return Sql.inTransaction(database, work);
  }
}
