package io.tarn.ingest.intake;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.DeadLetterService;
import io.tarn.ingest.intake.form.EventFile;
import io.tarn.ingest.intake.form.FileLimits;
import io.tarn.ingest.upload.NewUpload;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadService.FileStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Takes uploads: each file is read as fast as Kafka acknowledges, one event at a time.
@ApplicationScoped
public class IntakeService {
  private final Destinations destinations;
  private final UploadService uploads;
  private final EventPublisher publisher;
  private final DeadLetterService letters;
  private final IntakeConfig config;
  private final Clock clock;

  IntakeService(
      Destinations destinations,
      UploadService uploads,
      EventPublisher publisher,
      DeadLetterService letters,
      IntakeConfig config,
      Clock clock) {
    this.letters = letters;
    this.destinations = destinations;
    this.uploads = uploads;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /// Takes everything that the stream holds as an upload of its own and returns when Kafka has
  /// acknowledged it. A dry run
  /// sends and keeps nothing.
  public IntakeResult take(
      UploadRequest delivery, String name, InputStream body, AnswerText answer) {
    var upload = open(delivery, true);
    return switch (takeFile(delivery.tenant(), upload.id(), name, body, answer)) {
      case FileOutcome.Accepted(var result) -> result;
      case FileOutcome.AlreadyReceived _ ->
          throw new IllegalStateException("a new upload has no files");
    };
  }

  /// Opens an upload for files to come.
  public Upload open(UploadRequest delivery) {
    return open(delivery, false);
  }

  /// Reads one file of an open upload, unless a file of this name was received before.
  public FileOutcome takeFile(
      TenantId tenant, UUID id, String name, InputStream body, AnswerText answer) {
    return switch (uploads.begin(tenant, id, name)) {
      case FileStart.AlreadyReceived(var earlier) -> new FileOutcome.AlreadyReceived(earlier);
      case FileStart.Started(var file, var upload, var settings) -> {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var order =
            new FileRequest(
                file,
                upload.source(),
                name,
                Destinations.of(settings, upload.store()),
                Destinations.admissions(settings, now),
                settings.accounts(),
                now);
        yield new FileOutcome.Accepted(
            read(order, upload.isDryRun(), new CountingInputStream(body), answer));
      }
    };
  }

  private IntakeResult read(
      FileRequest order, boolean isDryRun, CountingInputStream body, AnswerText answer) {
    var incoming = new ProgressRecorder.Incoming(order.file(), order.name(), isDryRun);
    var account =
        new ProgressRecorder(
            incoming, body, uploads, config, () -> letters.quotaOfFile(order.tenant()));
    var admitted =
        isDryRun
            ? new ComparedEvents(account)
            : new PublishedEvents(order, publisher, account.acknowledgements());
    var intake = new FileIntake(order, admitted, account);
    return FileReading.of(
        account,
        answer,
        () -> {
          new EventFile(FileLimits.of(config)).read(body, intake::take);
          admitted.finish();
        });
  }

  private Upload open(UploadRequest delivery, boolean isSingle) {
    var tenant = delivery.tenant();
    var store = delivery.store() == null ? null : destinations.idOf(tenant, delivery.store());
    return uploads.open(
        new NewUpload(
            tenant,
            Ids.uuid(),
            delivery.source(),
            store,
            isSingle,
            delivery.isDryRun(),
            delivery.sender()));
  }
}
