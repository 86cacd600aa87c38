package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.storage.Store;
import io.tarn.service.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends the events of a file to the writers.
final class PublishedEvents implements AdmittedEvents {
  /// Events of one id share a bucket, so one writer sees all copies of an event in order.
  private static final int BUCKETS = 16;

  private final FileRequest order;
  private final EventSender sender;
  private final Acknowledgements acknowledgements;

  PublishedEvents(FileRequest order, EventSender sender, Acknowledgements acknowledgements) {
    this.order = order;
    this.sender = sender;
    this.acknowledgements = acknowledgements;
  }

  @Override
  public void take(SourceLocation location, Store store, Inspection.Event event, byte[] bytes)
      throws InterruptedException {
    var key = store.id() + ":" + Math.floorMod(event.id().hashCode(), BUCKETS);
    var sent = new ProducerRecord<>(Topics.EVENTS, key, bytes);
    headers(location, store)
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    sender.send(sent, acknowledgements);
  }

  @Override
  public void finish() {
    // each was sent when it was taken
  }

  private Map<String, String> headers(SourceLocation location, Store store) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("tenant", store.tenant().value());
    headers.put("store", store.id().toString());
    headers.put("source", order.source());
    headers.put("upload", order.file().upload().toString());
    headers.put("file", Integer.toString(order.file().number()));
    headers.put("object-key", order.name());
    headers.put("location", location.text());
    headers.put("received-time", order.receivedAt().toString());
    return headers;
  }
}
