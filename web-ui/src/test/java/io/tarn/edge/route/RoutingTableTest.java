package io.tarn.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/me, CATALOG, , false",
    "/v1/tenants, CATALOG, , false",
    "/v1/tenants/acme, CATALOG, acme, false",
    "/v1/tenants/acme/members, CATALOG, acme, false",
    "/v1/tenants/acme/invitations, CATALOG, acme, false",
    "/v1/invitations/abc/accept, CATALOG, , false",
    "/v1/operators/x, CATALOG, , false",
    "/v1/signing-keys, SCHEDULER, , false",
    "/v1/tenants/acme/event-data-stores/default, CATALOG, acme, false",
    "/v1/tenants/acme/event-data-stores/default/events, INGEST, acme, true",
    "/v1/tenants/acme/event-data-stores/a%2Fb/events, INGEST, acme, true",
    "/v1/tenants/acme/removals, INGEST, acme, false",
    "/v1/tenants/acme/events, INGEST, acme, true",
    "/v1/tenants/acme/uploads, INGEST, acme, false",
    "/v1/tenants/acme/uploads/1, INGEST, acme, false",
    "/v1/tenants/acme/uploads/1/files, INGEST, acme, true",
    "/v1/tenants/acme/uploads/1:close, INGEST, acme, false",
    "/v1/tenants/acme/dead-letters/1/original, INGEST, acme, false",
    "/v1/tenants/acme/dead-letters:count, INGEST, acme, false",
    "/v1/tenants/acme/dead-letters%3Areplay, INGEST, acme, false",
    "/v1/tenants/acme/conflicts/1, INGEST, acme, false",
    "/v1/tenants/acme/event-data-stores/default/mapping-faults, INGEST, acme, false",
    "/v1/tenants/acme/queries, QUERY, acme, false",
    "/v1/tenants/acme/queries:validate, QUERY, acme, false",
    "/v1/tenants/acme/queries%3Avalidate, QUERY, acme, false",
    "/v1/tenants/acme/queries:estimate, QUERY, acme, false",
    "/v1/tenants/acme/queries:explain, QUERY, acme, false",
    "/v1/tenants/acme/query-limits, QUERY, acme, false",
    "/v1/tenants/acme/sql/functions, QUERY, acme, false",
    "/v1/tenants/acme/position, QUERY, acme, false",
    "/v1/tenants/acme/queries/1/results, QUERY, acme, false",
    "/v1/tenants/acme/exports/1/files/result_1.csv.gz, SCHEDULER, acme, false",
    "/v1/tenants/acme/destinations/1/test, SCHEDULER, acme, false",
    "/v1/tenants/acme/notification-channels/1/deliveries, SCHEDULER, acme, false",
    "/v1/tenants/acme/schedules/1, SCHEDULER, acme, false"
  })
  void leadsToTheService(String raw, Service service, String tenant, boolean isUpload) {
    // given
    var path = CanonicalPath.of(raw).orElseThrow();
    // when
    var destination = RoutingTable.find(path).orElseThrow();
    // then
    assertThat(destination.service()).isEqualTo(service);
    assertThat(destination.tenant().orElse(null)).isEqualTo(tenant);
    assertThat(destination.isUpload()).isEqualTo(isUpload);
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
