package io.tarn.bench;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Statements;
import io.tarn.local.edge.Uploads;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.realm.DemoUser;
import java.io.IOException;
import java.util.Map;

/// A tenant of a bench, with its default store.
///
/// @param schema its schema in the database, which is its login as well
/// @param table its default store's, with the schema
public record BenchTenant(String slug, String schema, String table, EdgeClient edge)
    implements AutoCloseable {
  /// A user of the identity provider, member of each bench tenant.
  private static final DemoUser OWNER = DemoUser.membersOf(DemoTenant.ALL.getFirst()).getFirst();

  /// Makes it by the API.
  public static BenchTenant create(OwnProduct product, String slug)
      throws IOException, InterruptedException {
    try (var admin = product.admin()) {
      var tenant =
          admin.post(
              "/v1/tenants",
              Map.of("slug", slug, "name", "Bench " + slug, "homeAccount", "111122223333"),
              "bench-tenant-" + slug);
      admin.post(
          "/v1/tenants/%s/members".formatted(slug),
          Map.of("issuer", product.issuer(), "subject", OWNER.subject(), "role", "tenant-admin"));
      return of(product, slug, "t_" + tenant.path("id").asText());
    }
  }

  private static BenchTenant of(OwnProduct product, String slug, String schema)
      throws IOException, InterruptedException {
    var edge = product.edge(OWNER);
    var id =
        edge.list("/v1/tenants/%s/event-data-stores".formatted(slug)).stream()
            .filter(store -> store.path("isDefault").asBoolean())
            .findFirst()
            .orElseThrow(() -> new IOException(slug + " has no default store"))
            .path("id")
            .asText();
    return new BenchTenant(slug, schema, schema + ".eds_" + id.replace("-", ""), edge);
  }

  public Uploads uploads() {
    return new Uploads(edge, slug);
  }

  public Statements statements() {
    return new Statements(edge, slug);
  }

  @Override
  public void close() {
    edge.close();
  }
}
