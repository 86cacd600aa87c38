package io.tarn.scheduler.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.service.kafka.Topics;
import io.tarn.testing.EmbeddedPartsResource;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tenants are known as catalog-service told them last.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class KnownTenantsTest {
  private static final TenantId ACME = new TenantId("knowntenantstestacmeaaaaaa");
  private static final TenantId GLOBEX = new TenantId("knowntenantstestglobexaaaa");
  private static final String TENANT =
      """
      {"id": "%s", "slug": "%s", "name": "Name", "homeAccount": "111122223333",\
       "accounts": ["222233334444"], "status": "%s", "later": 1}""";

  @Inject KnownTenants tenants;
  @Inject Transactions transactions;

  @Test
  void areAsTheyWereToldLast() {
    // when
    tell("x", "nonsense");
    tell(ACME.value(), TENANT.formatted(ACME, "acme", "active"));
    tell(GLOBEX.value(), TENANT.formatted(GLOBEX, "globex", "active"));
    tell(ACME.value(), TENANT.formatted(ACME, "acme-new", "suspended"));

    // then
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> find(ACME).filter(found -> !found.isActive()).isPresent());
    assertThat(find(ACME))
        .contains(
            new KnownTenant(
                ACME, "acme-new", "Name", "111122223333", Set.of("222233334444"), false));
    assertThat(transactions.in(tenants::active))
        .extracting(KnownTenant::id)
        .contains(GLOBEX)
        .doesNotContain(ACME);

    // when
    tell(GLOBEX.value(), null);

    // then
    await().atMost(Duration.ofSeconds(30)).until(() -> find(GLOBEX).isEmpty());
  }

  private Optional<KnownTenant> find(TenantId id) {
    return transactions.in(connection -> tenants.find(connection, id));
  }

  private static void tell(String key, @Nullable String record) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.running().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var _ = producer.send(new ProducerRecord<>(Topics.TENANTS, key, record));
    }
  }
}
