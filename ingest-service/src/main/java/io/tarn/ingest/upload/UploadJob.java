package io.tarn.ingest.upload;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.storage.Sql;
import io.tarn.service.kafka.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/// Completes uploads: renews the heartbeat of this process, fails the files of processes that
/// are gone, and records final totals. Every step can be repeated by any replica.
///
/// What a lost intake published nobody knows. It lies before the ends that the topic's partitions
/// have a while after its last sign of life, so when the writers have passed these, their counts
/// are all there is.
@ApplicationScoped
class UploadJob {
  private static final String LOST = "the process that received it ended";
  private static final String LEFT_OPEN = "left open";

  private final DataSource database;
  private final UploadService service;
  private final UploadRepository uploads;
  private final FileRepository files;
  private final TopicEnds ends;
  private final UploadConfig config;

  UploadJob(
      DataSource database,
      UploadService service,
      UploadRepository uploads,
      FileRepository files,
      TopicEnds ends,
      UploadConfig config) {
    this.database = database;
    this.service = service;
    this.uploads = uploads;
    this.files = files;
    this.ends = ends;
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
      drain();
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

  private void drain() throws SQLException {
    var waiting = read(connection -> files.undrained(connection, config.lostAfter()));
    if (!waiting.isEmpty()) {
      drain(waiting);
    }
    Sql.runInTransaction(database, connection -> files.settleDrained(connection, Topics.EVENTS));
  }

  private void drain(List<FileId> waiting) throws SQLException {
    try {
      var now = ends.json();
      Sql.runInTransaction(
          database,
          connection -> {
            for (var file : waiting) {
              files.drainTo(connection, file, now);
            }
          });
    } catch (ExecutionException | TimeoutException failure) {
      Log.warnf("the ends of the topic cannot be read now: %s", failure.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
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
