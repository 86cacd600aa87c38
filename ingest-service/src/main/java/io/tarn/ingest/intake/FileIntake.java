package io.tarn.ingest.intake;

import io.tarn.common.id.Ids;
import io.tarn.common.kafka.Topics;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.record.Refusal;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.DigestFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// One file of an upload: decides about each piece, sends it or sets it aside, and keeps account.
/// Not thread-safe.
final class FileIntake {
  /// Events of one id share a bucket, so one writer sees all copies of an event in order.
  private static final int BUCKETS = 16;

  private final FileOrder order;
  private final EventSender sender;
  private final FileAccount account;

  FileIntake(FileOrder order, EventSender sender, FileAccount account) {
    this.order = order;
    this.sender = sender;
    this.account = account;
  }

  void take(Piece piece) throws InterruptedException {
    switch (piece) {
      case Piece.Candidate(var position, var bytes) -> take(position, bytes);
      case Piece.Broken(var position, var refusal, var detail, var bytes) ->
          setAside(position, null, refusal, detail, bytes);
      case Piece.DigestFile(_, var bytes) ->
          account.keep(new DigestFile(order.name(), bytes, order.receivedAt()));
    }
    account.keepNowAndThen();
  }

  private void take(SourceLocation position, byte[] bytes) throws InterruptedException {
    switch (Inspection.of(bytes, order.receivedAt())) {
      case Inspection.Refused(var refusal, var detail) ->
          setAside(position, null, refusal, detail, bytes);
      case Inspection.Event event -> take(position, event, bytes);
    }
  }

  private void take(SourceLocation position, Inspection.Event event, byte[] bytes)
      throws InterruptedException {
    boolean isAdmitted = isAdmitted(event);
    boolean isTaken = decide(position, event, isAdmitted, bytes);
    event.account().ifPresent(owner -> account.count(owner, isAdmitted, isTaken));
  }

  /// Whether the event is sent.
  private boolean decide(
      SourceLocation position, Inspection.Event event, boolean isAdmitted, byte[] bytes)
      throws InterruptedException {
    var store = order.target().storeOf(event).orElse(null);
    var admission = store == null ? Admission.ALL : order.admissionOf(store);
    if (admission.isTooOld(event)) {
      var detail = "the store keeps events from " + admission.keepsFrom() + " on";
      setAside(position, store, Refusal.OLDER_THAN_RETENTION, detail, bytes);
    } else if (!isAdmitted) {
      setAside(position, store, Refusal.ACCOUNT_NOT_ADMITTED, "not the tenant's account", bytes);
    } else if (store == null) {
      var detail = "the tenant has no store for " + event.category().value();
      setAside(position, null, Refusal.NO_STORE_OF_ITS_KIND, detail, bytes);
    } else if (store.category() != event.category()) {
      // Without its store, so that a replay takes it to the one of its kind.
      setAside(position, null, Refusal.OTHER_CATEGORY, otherCategory(store, event), bytes);
    } else if (admission.takes(event)) {
      send(position, store, event, bytes);
      return true;
    } else {
      account.filter();
    }
    return false;
  }

  private static String otherCategory(Store store, Inspection.Event event) {
    return "%s, and the store takes %s"
        .formatted(event.category().value(), store.category().value());
  }

  private boolean isAdmitted(Inspection.Event event) {
    return order.accounts().isEmpty()
        || event.account().filter(order.accounts()::contains).isPresent();
  }

  private void send(SourceLocation position, Store store, Inspection.Event event, byte[] bytes)
      throws InterruptedException {
    var key = store.id() + ":" + Math.floorMod(event.id().hashCode(), BUCKETS);
    var sent = new ProducerRecord<>(Topics.EVENTS, key, bytes);
    headers(position, store)
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    account.send();
    sender.send(sent, account.acknowledgements());
  }

  private Map<String, String> headers(SourceLocation position, Store store) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("tenant", store.tenant().value());
    headers.put("store", store.id().toString());
    headers.put("source", order.source());
    headers.put("upload", order.file().upload().toString());
    headers.put("file", Integer.toString(order.file().number()));
    headers.put("object-key", order.name());
    headers.put("position", position.text());
    headers.put("received-time", order.receivedAt().toString());
    return headers;
  }

  private void setAside(
      SourceLocation position,
      @Nullable Store store,
      Refusal refusal,
      String detail,
      byte[] bytes) {
    var chosen = store == null ? order.target().named().orElse(null) : store;
    account.setAside(
        new NewDeadLetter(
            Ids.uuid(),
            order.tenant().value(),
            chosen == null ? null : chosen.id().toString(),
            new NewDeadLetter.Origin(
                order.file().upload(),
                order.file().number(),
                order.source(),
                order.name(),
                position.text()),
            refusal,
            detail,
            bytes,
            order.receivedAt(),
            null),
        position);
  }
}
