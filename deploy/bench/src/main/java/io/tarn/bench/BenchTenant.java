package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.realm.DemoUser;
import io.tarn.local.sending.FileSender;
import io.tarn.local.sending.ProgressLine;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// A tenant of a bench, with its default store.
///
/// @param schema its schema in the database, which is its login as well
/// @param table its default store's, with the schema
record BenchTenant(String slug, String schema, String table, EdgeClient edge)
    implements AutoCloseable {
  /// A user of the identity provider, member of each bench tenant.
  private static final DemoUser OWNER = DemoUser.membersOf(DemoTenant.ALL.getFirst()).getFirst();

  /// Makes it by the API.
  static BenchTenant create(OwnProduct product, String slug)
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

  /// Imports the files of a load and returns when all its events are stored.
  ///
  /// @param outcome expected outcome of all events: `stored` or `duplicate`
  void send(Load load, String outcome) throws IOException, InterruptedException {
    check(load, outcome, sent(load, uploads().open("bench", null)));
  }

  /// Dry run: parses and counts the files, publishes nothing.
  void sendDry(Load load) throws IOException, InterruptedException {
    check(load, "received", sent(load, uploads().openDryRun("bench", null)));
  }

  private JsonNode sent(Load load, String upload) throws IOException, InterruptedException {
    try (var line = ProgressLine.unseen()) {
      var sent =
          new FileSender(uploads(), upload, load.atOnce(), line).send(load.files(), Set.of());
      if (!sent.isComplete()) {
        throw new IOException("Not sent: %s %s".formatted(sent.refused(), sent.failed()));
      }
    }
    uploads().close(upload);
    return uploads().await(upload, _ -> {});
  }

  private static void check(Load load, String outcome, JsonNode totals) throws IOException {
    if (totals.path(outcome).asInt() != load.events()) {
      throw new IOException(
          "Of %d events not all are %s: %s".formatted(load.events(), outcome, totals));
    }
  }

  private Uploads uploads() {
    return new Uploads(edge, slug);
  }

  @Override
  public void close() {
    edge.close();
  }
}
