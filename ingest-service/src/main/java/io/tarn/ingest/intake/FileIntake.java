package io.tarn.ingest.intake;

import io.tarn.common.id.Ids;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.form.OtherContent;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.record.RejectionReason;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.DigestFile;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One file of an upload: decides about each piece, sends it or rejects it, and keeps account.
/// Not thread-safe.
final class FileIntake {
  /// For which what holds no events would be rejected; of a long one only the beginning is read.
  private static final Set<RejectionReason> OF_OTHERS =
      Set.of(RejectionReason.NO_EVENT_ID, RejectionReason.TOO_LARGE);

  private final FileRequest order;
  private final AdmittedEvents admitted;
  private final ProgressRecorder account;

  FileIntake(FileRequest order, AdmittedEvents admitted, ProgressRecorder account) {
    this.order = order;
    this.admitted = admitted;
    this.account = account;
  }

  void take(Piece piece) throws InterruptedException {
    switch (piece) {
      case Piece.Candidate(var location, var bytes) -> take(location, bytes);
      case Piece.Broken(var location, var reason, var detail, var bytes) ->
          passOverOrReject(location, reason, detail, bytes);
      case Piece.DigestFile(_, var bytes) ->
          account.keep(new DigestFile(order.name(), bytes, order.receivedAt()));
    }
    account.flushIfDue();
  }

  private void take(SourceLocation location, byte[] bytes) throws InterruptedException {
    switch (Inspection.of(bytes, order.receivedAt())) {
      case Inspection.Rejected(var reason, var detail) ->
          passOverOrReject(location, reason, detail, bytes);
      case Inspection.Event event -> take(location, event, bytes);
    }
  }

  private void take(SourceLocation location, Inspection.Event event, byte[] bytes)
      throws InterruptedException {
    boolean isAdmitted = isAdmitted(event);
    boolean isPublished = decide(location, event, isAdmitted, bytes);
    event.account().ifPresent(owner -> account.count(owner, isAdmitted, isPublished));
  }

  /// Whether the event is sent.
  private boolean decide(
      SourceLocation location, Inspection.Event event, boolean isAdmitted, byte[] bytes)
      throws InterruptedException {
    var store = order.target().storeOf(event).orElse(null);
    var admission = store == null ? Admission.ALL : order.admissionOf(store);
    if (admission.isTooOld(event)) {
      var detail = "the store keeps events from " + admission.keepsFrom() + " on";
      reject(location, store, RejectionReason.OLDER_THAN_RETENTION, detail, bytes);
    } else if (!isAdmitted) {
      reject(
          location, store, RejectionReason.ACCOUNT_NOT_ADMITTED, "not the tenant's account", bytes);
    } else if (store == null) {
      var detail = "the tenant has no store for " + event.category().value();
      reject(location, null, RejectionReason.NO_STORE_OF_ITS_KIND, detail, bytes);
    } else if (store.category() != event.category()) {
      // Without its store, so that a replay takes it to the one of its kind.
      reject(location, null, RejectionReason.OTHER_CATEGORY, otherCategory(store, event), bytes);
    } else if (admission.takes(event)) {
      account.send();
      admitted.take(location, store, event, bytes);
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

  /// Nothing is lost with what is known to hold no events.
  private void passOverOrReject(
      SourceLocation location, RejectionReason reason, String detail, byte[] bytes) {
    var other =
        OF_OTHERS.contains(reason) ? OtherContent.of(bytes) : Optional.<OtherContent>empty();
    if (other.isPresent()) {
      account.passOver(other.get());
    } else {
      reject(location, null, reason, detail, bytes);
    }
  }

  private void reject(
      SourceLocation location,
      @Nullable Store store,
      RejectionReason reason,
      String detail,
      byte[] bytes) {
    var chosen = store == null ? order.target().named().orElse(null) : store;
    account.reject(
        new NewDeadLetter(
            Ids.uuid(),
            order.tenant().value(),
            chosen == null ? null : chosen.id().toString(),
            new NewDeadLetter.Origin(
                order.file().upload(),
                order.file().number(),
                order.source(),
                order.name(),
                location.text()),
            reason,
            detail,
            bytes,
            order.receivedAt(),
            null),
        location);
  }
}
