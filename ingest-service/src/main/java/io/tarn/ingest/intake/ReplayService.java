package io.tarn.ingest.intake;

import io.quarkus.logging.Log;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.DeadLetter;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.deadletter.DeadLetterQuota;
import io.tarn.ingest.deadletter.DeadLetterService;
import io.tarn.ingest.upload.FileId;
import io.tarn.ingest.upload.NewUpload;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadService.FileStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/// Sends dead letters again, as an upload with a sum of its own. What is rejected once more is a
/// new dead letter.
@ApplicationScoped
public class ReplayService {
  static final String SOURCE = "dead-letters";
  private static final int PAGE = 100;

  private final DeadLetterService letters;
  private final Destinations destinations;
  private final UploadService uploads;
  private final EventPublisher publisher;
  private final IntakeConfig config;
  private final Clock clock;

  ReplayService(
      DeadLetterService letters,
      Destinations destinations,
      UploadService uploads,
      EventPublisher publisher,
      IntakeConfig config,
      Clock clock) {
    this.letters = letters;
    this.destinations = destinations;
    this.uploads = uploads;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /// Begins to send those that were not sent again yet; the upload tells when it is done.
  ///
  /// @param sender the subject of who asks for it
  public Upload begin(TenantId tenant, DeadLetterFilter filter, String sender) {
    var upload = uploads.open(new NewUpload(tenant, Ids.uuid(), SOURCE, null, true, false, sender));
    if (uploads.begin(tenant, upload.id(), SOURCE) instanceof FileStart.Started(var file, _, _)) {
      Thread.ofVirtual().name("replay").start(() -> run(file, filter));
    }
    return upload;
  }

  private void run(FileId file, DeadLetterFilter filter) {
    try {
      var account =
          new ProgressRecorder(
              new ProgressRecorder.Incoming(file, SOURCE, false),
              new CountingInputStream(InputStream.nullInputStream()),
              uploads,
              config,
              DeadLetterQuota::unbounded);
      FileReading.of(account, _ -> "{}", () -> sendAll(file, filter, account));
    } catch (RuntimeException failure) {
      Log.warnf(failure, "tenant %s: a replay ended early", file.tenant());
    }
  }

  private void sendAll(FileId file, DeadLetterFilter filter, ProgressRecorder account)
      throws IOException, InterruptedException {
    var orders = new ReplayRequests(file, destinations, clock.instant());
    var page = letters.open(file.tenant(), filter, file.upload(), null, PAGE);
    while (!page.isEmpty()) {
      for (var letter : page) {
        send(letter, orders.of(letter), account);
      }
      account.acknowledgements().await();
      account.flush(); // what is rejected again is stored before the earlier letter counts as sent
      var ids = page.stream().map(DeadLetter::id).toList();
      letters.markReplayed(file.tenant(), ids, file.upload());
      page = letters.open(file.tenant(), filter, file.upload(), page.getLast().sequence(), PAGE);
    }
  }

  private void send(DeadLetter letter, FileRequest order, ProgressRecorder account)
      throws IOException, InterruptedException {
    try (var original = letters.original(order.tenant(), letter.id())) {
      var published = new PublishedEvents(order, publisher, account.acknowledgements());
      new Replay(letter, config).read(original, new FileIntake(order, published, account));
    }
  }
}
