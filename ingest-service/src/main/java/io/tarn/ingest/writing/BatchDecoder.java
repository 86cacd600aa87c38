package io.tarn.ingest.writing;

import io.tarn.common.id.Ids;
import io.tarn.common.schema.StoredColumn;
import io.tarn.ingest.canonical.EventDigest;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.record.ColumnValue;
import io.tarn.ingest.record.EventRow;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.record.RecordMapper;
import io.tarn.ingest.record.RejectionReason;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StorePartitions;
import io.tarn.ingest.upload.FileId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Turns records into rows, or into dead letters with their reason. Nothing is trusted that intake
/// has checked: the topic is a border of its own.
@ApplicationScoped
class BatchDecoder {
  private static final byte[] NOTHING = {};

  private final KnownStores stores;
  private final StorePartitions partitions;

  BatchDecoder(KnownStores stores, StorePartitions partitions) {
    this.stores = stores;
    this.partitions = partitions;
  }

  /// Decodes records in their order.
  ///
  /// @param unwritable offsets of records that turned out impossible to write, with the reason
  Batch decode(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> records,
      Map<Long, String> unwritable)
      throws SQLException {
    var events = new ArrayList<Batch.StagedEvent>();
    var deadLetters = new ArrayList<NewDeadLetter>();
    var encoder = new TupleEncoder();
    for (var record : records) {
      var headers = EventHeaders.of(record);
      var bytes = record.value() == null ? NOTHING : record.value();
      var store = stores.find(headers.tenant(), headers.store());
      var fault = unwritable.get(record.offset());
      var inspection =
          fault == null
              ? inspect(bytes, headers.receivedAt(), store)
              : new Inspection.Rejected(RejectionReason.NOT_STORABLE, fault);
      switch (inspection) {
        case Inspection.Event event ->
            events.add(stage(encoder, record.offset(), store.orElseThrow(), bytes, event, headers));
        case Inspection.Rejected(var reason, var detail) ->
            deadLetters.add(
                new NewDeadLetter(
                    Ids.uuid(),
                    headers.tenant(),
                    headers.store(),
                    headers.origin(),
                    reason,
                    detail,
                    bytes,
                    headers.storableReceivedAt(),
                    assignment.locationOf(record.offset())));
      }
    }
    return new Batch(events, deadLetters);
  }

  /// Looks anew for stores: one may have been removed or changed.
  void forgetStores() {
    stores.forgetAll();
  }

  private Inspection inspect(byte[] bytes, Instant receivedAt, Optional<Store> store)
      throws SQLException {
    if (store.isEmpty()) {
      return new Inspection.Rejected(
          RejectionReason.UNKNOWN_STORE, "the headers name no store of a tenant");
    }
    var inspection = Inspection.of(bytes, receivedAt);
    return inspection instanceof Inspection.Event event
            && partitions.isLeaving(store.get(), day(event))
        ? new Inspection.Rejected(
            RejectionReason.OLDER_THAN_RETENTION,
            "events of this time are being removed from the store")
        : inspection;
  }

  private Batch.StagedEvent stage(
      TupleEncoder encoder,
      long offset,
      Store store,
      byte[] bytes,
      Inspection.Event event,
      EventHeaders headers) {
    var row = RecordMapper.of(store.category()).map(bytes, event.json());
    var digest = EventDigest.of(bytes, event.json());
    var received = new ColumnValue.Time(headers.receivedAt().toEpochMilli());
    row.set(StoredColumn.Writer.TENANT_ID, new ColumnValue.Text(store.tenant().value()));
    row.set(StoredColumn.Writer.RECEIVED_TIME, received);
    row.set(StoredColumn.Writer.DIGEST, new ColumnValue.Bytes(digest));
    var file = headers.file(store.tenant());
    file.ifPresent(known -> setFile(row, known));
    return new Batch.StagedEvent(
        offset,
        store,
        file,
        day(event),
        bytes.length,
        row.faults(),
        encoder.encode(offset, store.id(), row));
  }

  private static void setFile(EventRow row, FileId file) {
    row.set(StoredColumn.Writer.UPLOAD_ID, new ColumnValue.Id(file.upload()));
    row.set(StoredColumn.Writer.UPLOAD_FILE, new ColumnValue.Whole(file.number()));
  }

  private static LocalDate day(Inspection.Event event) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(event.epochMillis()), ZoneOffset.UTC);
  }
}
