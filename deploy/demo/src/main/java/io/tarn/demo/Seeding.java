package io.tarn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.EdgeException;
import io.tarn.local.edge.Statements;
import io.tarn.local.edge.Uploads;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.realm.DemoUser;
import io.tarn.local.sending.S3Bucket;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Seeds a new installation through its edge: tenants, members, operators, stores and events.
/// Idempotent: existing resources stay unchanged.
public final class Seeding {
  private static final Duration QUERYABLE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final long SEED = 1;
  private static final Duration SPAN = Duration.ofDays(90);
  private static final Map<String, String> STORES =
      Map.of(
          "configuration-item", "ConfigurationItem",
          "evidence", "Evidence",
          "activity", "ActivityAuditLog");

  private final Function<String, EdgeClient> edges;
  private final String issuer;
  private final DemoRequest request;
  private final Path folder;

  /// @param edges client of the edge by name of a demo user
  /// @param end the newest time of an event
  /// @param events how many events each tenant gets
  /// @param folder folder for the ground truth
  public Seeding(
      Function<String, EdgeClient> edges, String issuer, Instant end, long events, Path folder) {
    this.edges = edges;
    this.issuer = issuer;
    this.request = new DemoRequest(events, SEED, end.minus(SPAN), end, DemoRequest.DAILY);
    this.folder = folder;
  }

  /// Creates missing resources.
  public void seed() throws IOException, InterruptedException {
    try (var admin = edges.apply(DemoUser.PLATFORM_ADMIN.username())) {
      for (var tenant : DemoTenant.ALL) {
        create(admin, tenant);
      }
      assignOperator(admin);
    }
    for (var tenant : DemoTenant.ALL) {
      fill(tenant);
      approve(tenant);
    }
  }

  /// Waits until the events of each tenant can be queried, and closes last month's statements, for
  /// which they are counted.
  public void awaitQueryable() throws IOException, InterruptedException {
    for (var tenant : DemoTenant.ALL) {
      awaitQueryable(tenant);
    }
    for (var tenant : DemoTenant.ALL) {
      try (var owner = edges.apply(DemoUser.usernameOf(tenant.slug(), "tenant-admin"))) {
        new ChargebackSeeding(owner, tenant.slug(), Clock.systemUTC()).seed();
      }
    }
  }

  private void create(EdgeClient admin, DemoTenant tenant)
      throws IOException, InterruptedException {
    unlessThere(
        () ->
            admin.post(
                "/v1/tenants",
                Map.of(
                    "slug", tenant.slug(),
                    "name", tenant.name(),
                    "homeAccount", tenant.homeAccount()),
                "demo-tenant-" + tenant.slug()));
    for (var user : DemoUser.membersOf(tenant)) {
      unlessThere(
          () ->
              admin.post(
                  "/v1/tenants/%s/members".formatted(tenant.slug()),
                  Map.of("issuer", issuer, "subject", user.subject(), "role", user.role())));
    }
  }

  private void assignOperator(EdgeClient admin) throws IOException, InterruptedException {
    for (var slug : List.of("acme", "globex")) {
      unlessThere(
          () ->
              admin.post(
                  "/v1/operators",
                  Map.of(
                      "issuer", issuer, "subject", DemoUser.OPERATOR.subject(), "tenant", slug)));
    }
  }

  private void fill(DemoTenant tenant) throws IOException, InterruptedException {
    try (var owner = edges.apply(DemoUser.usernameOf(tenant.slug(), "tenant-admin"))) {
      var stores = "/v1/tenants/%s/event-data-stores".formatted(tenant.slug());
      var names = owner.list(stores).stream().map(store -> store.path("name").asText()).toList();
      for (var store : STORES.entrySet()) {
        if (!names.contains(store.getKey())) {
          var body = Map.of("name", store.getKey(), "category", store.getValue());
          unlessThere(() -> owner.post(stores, body, "demo-store-" + store.getKey()));
        }
      }
    }
    demonstrate(tenant);
  }

  private void demonstrate(DemoTenant tenant) throws IOException, InterruptedException {
    try (var owner = edges.apply(DemoUser.usernameOf(tenant.slug(), "tenant-admin"));
        var bucket = S3Bucket.ofTenant(owner, tenant.slug())) {
      new DemoRun(tenant, request, folder.resolve(tenant.slug()))
          .send(bucket, new Uploads(owner, tenant.slug()), null, _ -> {});
    }
  }

  private void approve(DemoTenant tenant) throws IOException, InterruptedException {
    try (var approver = edges.apply(DemoUser.usernameOf(tenant.slug(), "approver"));
        var owner = edges.apply(DemoUser.usernameOf(tenant.slug(), "tenant-admin"))) {
      new ChangeSeeding(approver, owner, tenant.slug(), folder.resolve(tenant.slug())).seed();
    }
  }

  private void awaitQueryable(DemoTenant tenant) throws IOException, InterruptedException {
    try (var analyst = edges.apply(DemoUser.usernameOf(tenant.slug(), "analyst"))) {
      var statements = new Statements(analyst, tenant.slug());
      var limit = System.nanoTime() + QUERYABLE.toNanos();
      while (statements.number("SELECT count(*) AS events FROM $EDS_ID") < request.events()) {
        if (System.nanoTime() > limit) {
          throw new PartException(
              "The events of %s cannot be queried after %d s; ./tarn logs ingest"
                  .formatted(tenant.slug(), QUERYABLE.toSeconds()));
        }
        Thread.sleep(LOOK);
      }
    }
  }

  /// Runs a creation; an existing resource is no failure.
  private static void unlessThere(Creation creation) throws IOException, InterruptedException {
    try {
      creation.run();
    } catch (EdgeException refused) {
      if (refused.status() != 409) {
        throw refused;
      }
    }
  }

  /// Creation of a resource, with the response.
  @FunctionalInterface
  private interface Creation {
    JsonNode run() throws IOException, InterruptedException;
  }
}
