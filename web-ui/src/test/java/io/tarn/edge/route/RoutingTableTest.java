package io.tarn.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.edge.route.Destination.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/me, CATALOG, , ORDINARY",
    "/v1/tenants, CATALOG, , ORDINARY",
    "/v1/tenants/acme, CATALOG, acme, ORDINARY",
    "/v1/tenants/acme/members, CATALOG, acme, ORDINARY",
    "/v1/tenants/acme/invitations, CATALOG, acme, ORDINARY",
    "/v1/invitations/abc/accept, CATALOG, , ORDINARY",
    "/v1/operators/x, CATALOG, , ORDINARY",
    "/v1/signing-keys, SCHEDULER, , ORDINARY",
    "/v1/tenants/acme/event-data-stores/default, CATALOG, acme, ORDINARY",
    "/v1/tenants/acme/event-data-stores/default/events, INGEST, acme, UPLOAD",
    "/v1/tenants/acme/event-data-stores/a%2Fb/events, INGEST, acme, UPLOAD",
    "/v1/tenants/acme/removals, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/events, INGEST, acme, UPLOAD",
    "/v1/tenants/acme/uploads, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/uploads/1, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/uploads/1/files, INGEST, acme, UPLOAD",
    "/v1/tenants/acme/uploads/1:close, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/dead-letters/1/original, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/dead-letters:count, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/dead-letters%3Areplay, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/conflicts/1, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/event-data-stores/default/mapping-faults, INGEST, acme, ORDINARY",
    "/v1/tenants/acme/queries, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/queries:validate, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/queries%3Avalidate, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/queries:estimate, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/queries:explain, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/query-limits, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/sql/functions, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/position, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/queries/1/results, QUERY, acme, ORDINARY",
    "/v1/tenants/acme/exports/1/files/result_1.csv.gz, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/destinations/1/test, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/notification-channels/1/deliveries, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/approvals/servicenow/CHG1, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/approvals:import, SCHEDULER, acme, IMPORT",
    "/v1/tenants/acme/approvals%3Aimport, SCHEDULER, acme, IMPORT",
    "/v1/tenants/acme/approval-adapters/1, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/approval-adapters/1/secret, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/approval-adapters/1/deliveries, SCHEDULER, acme, WEBHOOK",
    "/v1/tenants/acme/approval-adapters/1/deliveries/2, SCHEDULER, acme, ORDINARY",
    "/v1/tenants/acme/approval-adapters/1%2F2/deliveries, SCHEDULER, acme, WEBHOOK",
    "/v1/tenants/acme/schedules/1, SCHEDULER, acme, ORDINARY"
  })
  void leadsToTheService(String raw, Service service, String tenant, Traffic traffic) {
    // given
    var path = CanonicalPath.of(raw).orElseThrow();
    // when
    var destination = RoutingTable.find(path).orElseThrow();
    // then
    assertThat(destination.service()).isEqualTo(service);
    assertThat(destination.tenant().orElse(null)).isEqualTo(tenant);
    assertThat(destination.traffic()).isEqualTo(traffic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v2/me",
        "/V1/me",
        "/v1/other",
        "/v1/internal/grants",
        "/internal/grants",
        "/v1/tenants/acme/internal",
        "/v1/tenants/acme/queries%2F1",
        "/v1/tenants/acme/queries:other",
        "/v1/tenants/acme/events/1",
        "/v1/tenants/acme/dead-letters:other",
        "/q/health"
      })
  void knowsNothingElse(String raw) {
    assertThat(RoutingTable.find(CanonicalPath.of(raw).orElseThrow())).isEmpty();
  }
}
