package io.tarn.scheduler.tenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes tenants from `tarn.tenants.v1`, in order. A record can come twice.
@ApplicationScoped
class TenantRecords {
  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(2);

  private final TenantRows tenants;
  private final Transactions transactions;
  private final ObjectMapper json;

  TenantRecords(TenantRows tenants, Transactions transactions, ObjectMapper json) {
    this.tenants = tenants;
    this.transactions = transactions;
    this.json = json;
  }

  /// Returns when the tenant is kept, however long the database is away.
  @Incoming("tenants")
  @Blocking
  void take(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    while (!isKept(message)) {
      Thread.sleep(BEFORE_NEXT_ATTEMPT);
    }
  }

  private boolean isKept(ConsumerRecord<String, byte[]> message) {
    try {
      keep(message);
      return true;
    } catch (IllegalStateException failure) {
      Log.errorf(failure, "a tenant cannot be kept now");
      return false;
    }
  }

  private void keep(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      transactions.run(connection -> tenants.drop(connection, message.key()));
      return;
    }
    read(message).ifPresent(told -> transactions.run(connection -> tenants.keep(connection, told)));
  }

  private Optional<TenantRecord> read(ConsumerRecord<String, byte[]> message) {
    try {
      return Optional.of(json.readValue(message.value(), TenantRecord.class));
    } catch (IOException unreadable) {
      Log.errorf("%s-%d@%d cannot be read", message.topic(), message.partition(), message.offset());
      return Optional.empty();
    }
  }
}
