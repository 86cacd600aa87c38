package io.tarn.scheduler.approval.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.data.Values;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long lines of the log stay, in a real database.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class DeliveryLogTest {
  private static final TenantId TENANT = Ids.tenantId();
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  @Inject DeliveryLog log;
  @Inject AdapterService adapters;
  @Inject Transactions transactions;

  @Test
  void keepsLinesForThirtyDays() {
    // given
    var settings =
        new AdapterSettings(
            "team", Map.of(), Map.of(), Duration.ofHours(4), null, ApprovalScope.EVERYTHING, false);
    var adapter =
        adapters.create(TENANT, new AdapterPlan("Team", AdapterKind.TEAM, settings)).adapter();
    log.ignored(adapter, "old");
    age(adapter, "old", Duration.ofDays(30).plusMinutes(1));
    log.ignored(adapter, "nearly old");
    age(adapter, "nearly old", Duration.ofDays(30).minusMinutes(1));
    log.ignored(adapter, "new");

    // when
    log.remove();

    // then
    assertThat(log.list(TENANT, adapter.id(), AFTER_ALL, 10))
        .extracting(AdapterDelivery::reason)
        .containsExactlyInAnyOrder("nearly old", "new");
  }

  private void age(ApprovalAdapter adapter, String reason, Duration age) {
    transactions.run(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  """
                  update approval_deliveries set received_at = ?
                  where tenant_id = ? and adapter_id = ? and reason = ?""")) {
            Values.bind(
                update, Instant.now().minus(age), adapter.tenant().value(), adapter.id(), reason);
            assertThat(update.executeUpdate()).isEqualTo(1);
          }
        });
  }
}
