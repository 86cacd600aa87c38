package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/// A record that can never be written becomes a dead letter; those around it are stored.
@QuarkusTest
@OnIngestParts
class PoisonRecordTest {
  private static final String EVENT = "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";
  private static final int RECORDS = 40;

  @Test
  void setsAsideARecordOnWhichTheDecoderFailsAndStoresTheRest() {
    // given: a time of receipt for which no number of milliseconds exists
    var acme = TestTenant.make("acme");
    var beyond = Map.of("received-time", "+900000000-01-01T00:00:00Z");

    // when
    sendAll(acme, 17, beyond);
    acme.awaitReceived(RECORDS);

    // then
    assertThat(stored(acme)).hasSize(RECORDS - 1).doesNotContain(List.of("e17"));
    assertThat(letters(acme))
        .containsExactly(
            List.of(
                "not-storable",
                "it cannot be decoded: ArithmeticException",
                EVENT.formatted("e17")));
  }

  @Test
  void setsAsideARecordOnWhichTheDatabaseFailsAndStoresTheRest() {
    // given
    var acme = TestTenant.make("acme");
    TestTenant.execute(
        """
        create function %1$s.refuse() returns trigger language plpgsql as $$
        begin
          raise exception using errcode = 'XX000';
        end $$;
        create trigger refuse before insert on %2$s for each row when (new.event_id = 'e17')
        execute function %1$s.refuse()"""
            .formatted(acme.id().schema(), acme.table()));

    // when
    sendAll(acme, 17, Map.of());
    acme.awaitReceived(RECORDS);

    // then
    assertThat(stored(acme)).hasSize(RECORDS - 1).doesNotContain(List.of("e17"));
    assertThat(letters(acme))
        .containsExactly(
            List.of("not-storable", "the storage cannot hold it", EVENT.formatted("e17")));
  }

  @Test
  void setsAsideARecordWhoseHeadersAreLongerThanALedgerCanIndex() {
    // given
    var acme = TestTenant.make("acme");
    var noise = new Random(7).ints(9_000, 'a', 'z');
    var store =
        noise.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    // when
    sendAll(acme, 17, Map.of("tenant", acme.id().value() + store));
    acme.awaitReceived(RECORDS - 1);

    // then
    assertThat(stored(acme)).hasSize(RECORDS - 1).doesNotContain(List.of("e17"));
    assertThat(
            TestTenant.rows(
                "select reason from ingest.dead_letters where tenant_id like '%s_%%'"
                    .formatted(acme.id().value())))
        .containsExactly(List.of("unknown-store"));
  }

  private static List<List<Object>> stored(TestTenant tenant) {
    return TestTenant.rows("select event_id from " + tenant.table());
  }

  private static List<List<Object>> letters(TestTenant tenant) {
    return TestTenant.rows(
        "select reason, detail, convert_from(original, 'UTF8') from ingest.dead_letters where tenant_id = '%s'"
            .formatted(tenant.id().value()));
  }

  /// Events of one topic partition, of which one has other headers.
  private static void sendAll(TestTenant tenant, int poison, Map<String, String> headers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.running().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int number = 0; number < RECORDS; number++) {
        var _ = producer.send(record(tenant, number, number == poison ? headers : Map.of()));
      }
    }
  }

  private static ProducerRecord<String, byte[]> record(
      TestTenant tenant, int number, Map<String, String> headers) {
    var store = tenant.store().toString();
    var sent =
        new ProducerRecord<String, byte[]>(
            "tarn.events.v1", 1, store, bytes(EVENT.formatted("e" + number)));
    sent.headers().add("tenant", bytes(tenant.id().value())).add("store", bytes(store));
    headers.forEach((name, value) -> sent.headers().add(name, bytes(value)));
    return sent;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
