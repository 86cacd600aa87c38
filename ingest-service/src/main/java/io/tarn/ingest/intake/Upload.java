package io.tarn.ingest.intake;

import io.tarn.common.kafka.Topics;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.record.Refusal;
import io.tarn.ingest.storage.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/// One upload into one store: decides about each piece, sends it, and keeps account. Not
/// thread-safe.
final class Upload {
  /// Events of one id share a bucket, so one writer sees all copies of an event in order.
  private static final int BUCKETS = 16;

  private final Store store;
  private final Set<String> accounts;
  private final EventPublisher publisher;
  private final int maxReasons;
  private final Instant receivedAt;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final List<IntakeResult.Reason> reasons = new ArrayList<>();
  private long received;
  private long setAside;

  Upload(
      Store store,
      Set<String> accounts,
      EventPublisher publisher,
      int maxReasons,
      Instant receivedAt) {
    this.store = store;
    this.accounts = Set.copyOf(accounts);
    this.publisher = publisher;
    this.maxReasons = maxReasons;
    this.receivedAt = receivedAt;
  }

  void take(Piece piece) throws InterruptedException {
    acknowledgements.check();
    switch (piece) {
      case Piece.Candidate(var position, var bytes) -> take(position, bytes);
      case Piece.Broken(var position, var refusal, var detail, var bytes) ->
          setAside(position, refusal, detail, bytes);
      case Piece.DigestFile(var position, var bytes) ->
          setAside(position, Refusal.DIGEST_FILE, "a digest file holds no events", bytes);
    }
  }

  /// Waits until Kafka has all of it.
  IntakeResult finish() throws InterruptedException {
    acknowledgements.await();
    return new IntakeResult(received, setAside, reasons);
  }

  private void take(Position position, byte[] bytes) throws InterruptedException {
    switch (Inspection.of(bytes, receivedAt)) {
      case Inspection.Refused(var refusal, var detail) ->
          setAside(position, refusal, detail, bytes);
      case Inspection.Event event when !isAdmitted(event) ->
          setAside(
              position, Refusal.ACCOUNT_NOT_ADMITTED, "the account is not the tenant's", bytes);
      case Inspection.Event event -> send(position, event, bytes);
    }
  }

  private boolean isAdmitted(Inspection.Event event) {
    return accounts.isEmpty() || event.account().filter(accounts::contains).isPresent();
  }

  private void send(Position position, Inspection.Event event, byte[] bytes)
      throws InterruptedException {
    var key = store.id() + ":" + Math.floorMod(event.id().hashCode(), BUCKETS);
    publisher.send(withHeaders(Topics.EVENTS, key, bytes, position), acknowledgements);
    received++;
  }

  private void setAside(Position position, Refusal refusal, String detail, byte[] bytes)
      throws InterruptedException {
    var letter = withHeaders(Topics.EVENTS_DEAD_LETTER, store.id().toString(), bytes, position);
    letter.headers().add("reason", refusal.value().getBytes(StandardCharsets.UTF_8));
    publisher.send(letter, acknowledgements);
    setAside++;
    if (reasons.size() < maxReasons) {
      reasons.add(new IntakeResult.Reason(position, refusal, detail));
    }
  }

  private ProducerRecord<String, byte[]> withHeaders(
      String topic, String key, byte[] bytes, Position position) {
    var made = new ProducerRecord<>(topic, key, bytes);
    Map.of(
            "tenant", store.tenant().value(),
            "store", store.id().toString(),
            "source", "upload",
            "position", position.text(),
            "received-time", receivedAt.toString())
        .forEach((name, value) -> made.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return made;
  }
}
