package io.tarn.edge.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Services by path. Paths that are not listed are not reachable from outside.
///
/// ```
/// /v1/me, /v1/invitations/..., /v1/operators/..., /v1/catalogue/...  catalog, without a tenant
/// /v1/tenants                                                   catalog, without a tenant
/// /v1/signing-keys                                              scheduler, without a tenant
/// /v1/tenants/{tenant}, .../members, .../event-data-stores/...  catalog
/// /v1/tenants/{tenant}/results-bucket, .../catalogue/...        catalog
/// /v1/tenants/{tenant}/event-data-stores/{id}/events            ingest
/// /v1/tenants/{tenant}/removals                                 ingest
/// /v1/tenants/{tenant}/events, .../uploads/...                  ingest
/// /v1/tenants/{tenant}/dead-letters/..., .../conflicts/...      ingest
/// /v1/tenants/{tenant}/event-data-stores/{id}/mapping-faults    ingest
/// /v1/tenants/{tenant}/queries/..., .../query-limits            query
/// /v1/tenants/{tenant}/sql/functions, .../position              query
/// /v1/tenants/{tenant}/schedules/...                            scheduler
/// /v1/tenants/{tenant}/exports/..., .../destinations/...        scheduler
/// /v1/tenants/{tenant}/notification-channels/...                scheduler
/// /v1/tenants/{tenant}/approvals/..., .../approval-adapters/... scheduler
/// /v1/tenants/{tenant}/approvals:import                         scheduler, files
/// /v1/tenants/{tenant}/approval-adapters/{id}/deliveries        scheduler, webhooks
/// /v1/tenants/{tenant}/changes/..., .../change-rules/...        scheduler
/// /v1/tenants/{tenant}/change-reports/..., .../change-settings  scheduler
/// /v1/tenants/{tenant}/chargeback/...                           scheduler
/// ```
public final class RoutingTable {
  private static final Map<String, Service> OF_TENANT =
      Map.ofEntries(
          Map.entry("members", Service.CATALOG),
          Map.entry("invitations", Service.CATALOG),
          Map.entry("event-data-stores", Service.CATALOG),
          Map.entry("results-bucket", Service.CATALOG),
          Map.entry("catalogue", Service.CATALOG),
          Map.entry("removals", Service.INGEST),
          Map.entry("uploads", Service.INGEST),
          Map.entry("dead-letters", Service.INGEST),
          Map.entry("dead-letters:count", Service.INGEST),
          Map.entry("dead-letters:export", Service.INGEST),
          Map.entry("dead-letters:replay", Service.INGEST),
          Map.entry("conflicts", Service.INGEST),
          Map.entry("queries", Service.QUERY),
          Map.entry("queries:validate", Service.QUERY),
          Map.entry("queries:estimate", Service.QUERY),
          Map.entry("queries:explain", Service.QUERY),
          Map.entry("query-limits", Service.QUERY),
          Map.entry("sql", Service.QUERY),
          Map.entry("position", Service.QUERY),
          Map.entry("schedules", Service.SCHEDULER),
          Map.entry("exports", Service.SCHEDULER),
          Map.entry("destinations", Service.SCHEDULER),
          Map.entry("notification-channels", Service.SCHEDULER),
          Map.entry("schedules:preview", Service.SCHEDULER),
          Map.entry("approvals", Service.SCHEDULER),
          Map.entry("approval-adapters", Service.SCHEDULER),
          Map.entry("changes", Service.SCHEDULER),
          Map.entry("change-rules", Service.SCHEDULER),
          Map.entry("change-reports", Service.SCHEDULER),
          Map.entry("change-settings", Service.SCHEDULER),
          Map.entry("chargeback", Service.SCHEDULER));
  private static final Map<String, Service> OF_PLATFORM =
      Map.of(
          "me", Service.CATALOG,
          "invitations", Service.CATALOG,
          "operators", Service.CATALOG,
          "catalogue", Service.CATALOG,
          "signing-keys", Service.SCHEDULER);

  private RoutingTable() {}

  /// Empty where nothing outside may reach the path.
  public static Optional<Destination> find(CanonicalPath path) {
    var segments = path.segments();
    if (segments.size() < 2 || !segments.getFirst().equals("v1")) {
      return Optional.empty();
    }
    if (segments.get(1).equals("tenants")) {
      return inTenants(segments.subList(2, segments.size()));
    }
    return Optional.ofNullable(OF_PLATFORM.get(segments.get(1))).map(Destination::of);
  }

  private static Optional<Destination> inTenants(List<String> rest) {
    if (rest.isEmpty()) {
      return Optional.of(Destination.of(Service.CATALOG));
    }
    var tenant = rest.getFirst();
    if (rest.size() == 1) {
      return Optional.of(Destination.in(tenant, Service.CATALOG));
    }
    if (isUpload(rest)) {
      return Optional.of(Destination.upload(tenant));
    }
    if (isOfWriter(rest)) {
      return Optional.of(Destination.in(tenant, Service.INGEST));
    }
    if (isWebhook(rest)) {
      return Optional.of(Destination.webhook(tenant));
    }
    if (rest.size() == 2 && rest.get(1).equals("approvals:import")) {
      return Optional.of(Destination.approvalFile(tenant));
    }
    return Optional.ofNullable(OF_TENANT.get(rest.get(1)))
        .map(service -> Destination.in(tenant, service));
  }

  /// Resources of ingest-service below a store of catalog-service.
  private static boolean isOfWriter(List<String> rest) {
    return rest.size() == 4
        && rest.get(1).equals("event-data-stores")
        && rest.get(3).equals("mapping-faults");
  }

  /// Where systems deliver approvals.
  private static boolean isWebhook(List<String> rest) {
    return rest.size() == 4
        && rest.get(1).equals("approval-adapters")
        && rest.get(3).equals("deliveries");
  }

  private static boolean isUpload(List<String> rest) {
    return switch (rest.size()) {
      case 2 -> rest.get(1).equals("events");
      case 4 ->
          (rest.get(1).equals("event-data-stores") && rest.get(3).equals("events"))
              || (rest.get(1).equals("uploads") && rest.get(3).equals("files"));
      default -> false;
    };
  }
}
