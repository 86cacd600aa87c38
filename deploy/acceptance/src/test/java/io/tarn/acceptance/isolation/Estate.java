package io.tarn.acceptance.isolation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Resources of a tenant: a store, events whose every field carries a marker, executions, cursors,
/// kept queries, a schedule with a run, an export, an approval, an adapter and a rule, an
/// invitation, members.
record Estate(
    String tenant,
    String tenantId,
    String storeId,
    String marker,
    List<Foreign> things,
    Set<String> secrets) {
  Estate {
    things = List.copyOf(things);
    secrets = Set.copyOf(secrets);
  }

  /// Creates the resources in the tenant, as its members.
  static Estate plant(People people, String tenant) {
    var marker = "planted" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    var builder = new Builder(people, tenant, marker);
    builder.tenant();
    builder.store();
    builder.events();
    builder.executions();
    builder.keptQueries();
    builder.schedule();
    builder.export();
    builder.ledger();
    builder.invitation();
    builder.members();
    return builder.built();
  }

  /// The first thing of a kind.
  Foreign thing(String kind) {
    return things.stream().filter(thing -> thing.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static final class Builder {
    private final Caller admin;
    private final Caller analyst;
    private final String tenant;
    private final String path;
    private final String marker;
    private final List<Foreign> things = new ArrayList<>();
    private final Set<String> secrets = new TreeSet<>();
    private String tenantId = "";
    private String storeId = "";

    Builder(People people, String tenant, String marker) {
      this.admin = people.person(tenant, "tenant-admin");
      this.analyst = people.person(tenant, "analyst");
      this.tenant = tenant;
      this.path = "/v1/tenants/" + tenant;
      this.marker = marker;
      secrets.add(marker);
      secrets.add(tenant);
    }

    void tenant() {
      tenantId = admin.get(path).with(200).text("id");
      keep(Foreign.of("tenant id", tenantId));
      things.add(Foreign.of("tenant slug", tenant));
    }

    void store() {
      var body =
          JsonNodeFactory.instance
              .objectNode()
              .put("name", marker + "-store")
              .put("category", "Management");
      var store = admin.post(path + "/event-data-stores", body.toString()).with(201).json();
      storeId = store.path("id").asText();
      keep(Foreign.of("store id", storeId));
      keep(Foreign.of("store name", marker + "-store"));
      keep(Foreign.arn("store ARN", store.path("arn").asText()));
      things.add(
          Foreign.of("table", "\"t_%s\".\"eds_%s\"".formatted(tenantId, storeId.replace("-", ""))));
      secrets.add(storeId.replace("-", ""));
      for (JsonNode other : admin.get(path + "/event-data-stores").with(200).json().path("items")) {
        secrets.add(other.path("id").asText());
        secrets.add(other.path("arn").asText());
      }
    }

    void events() {
      var event = MarkedEvent.of(marker);
      keep(Foreign.of("event id", marker + "-event"));
      for (String store : List.of("default", storeId)) {
        admin
            .with("Content-Type", "application/x-ndjson")
            .post(path + "/event-data-stores/" + store + "/events", event + "\n")
            .with(200);
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> countedIn(store.equals("default") ? "$EDS_ID" : store), "1"::equals);
      }
    }

    private String countedIn(String table) {
      var statement =
          "SELECT count(*) FROM %s WHERE eventName = '%s-eventName'".formatted(table, marker);
      return Statements.single(analyst, tenant, statement);
    }

    void executions() {
      var statement = "SELECT eventID, eventName FROM $EDS_ID ORDER BY eventTime DESC LIMIT 10";
      var id =
          Statements.finished(analyst.with("Idempotency-Key", marker + "-key"), tenant, statement);
      keep(Foreign.of("query id", id));
      keep(Foreign.of("idempotency key", marker + "-key"));
      cursor(
          "result cursor", Statements.results(analyst, tenant, id, "limit=1").text("nextCursor"));
      cursor("listing cursor", admin.get(path + "/event-data-stores?limit=1").text("nextCursor"));
    }

    private void cursor(String kind, String cursor) {
      if (!cursor.isEmpty()) {
        keep(Foreign.of(kind, cursor));
      }
    }

    /// A private query and a shared one, with the marker in every text.
    void keptQueries() {
      var catalogue = path + "/catalogue/queries";
      for (var kind : List.of("private query", "shared query")) {
        var query =
            JsonNodeFactory.instance
                .objectNode()
                .put("title", marker + " " + kind)
                .put("description", marker + "-description")
                .put("category", marker + "-category")
                .put("statement", "SELECT '" + marker + "-text' AS text FROM $EDS_ID");
        query.putArray("tags").add(marker + "-tag");
        var id = analyst.post(catalogue, query.toString()).with(201).text("id");
        keep(Foreign.of(kind, id));
        keep(Foreign.of("title of a " + kind, marker + " " + kind));
        if (kind.startsWith("shared")) {
          admin
              .send("PUT", catalogue + "/" + id + "/visibility", "{\"visibility\":\"shared\"}")
              .with(200);
        }
      }
      keep(Foreign.of("tag", marker + "-tag"));
      keep(Foreign.of("category", marker + "-category"));
    }

    /// A schedule with the marker in every text, and a run of it.
    void schedule() {
      var schedule =
          JsonNodeFactory.instance
              .objectNode()
              .put("name", marker + " schedule")
              .put("statement", "SELECT '" + marker + "-text' AS text FROM $EDS_ID LIMIT 1");
      schedule.putObject("spec").put("cron", "@yearly");
      schedule.putObject("output").putArray("deliveries").addObject().put("format", "csv");
      var schedules = path + "/schedules";
      var id = analyst.post(schedules, schedule.toString()).with(201).text("id");
      keep(Foreign.of("schedule", id));
      keep(Foreign.of("name of a schedule", marker + " schedule"));
      var runs = schedules + "/" + id + "/runs";
      var run = analyst.post(runs, "").with(202).text("id");
      keep(Foreign.of("run", run));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> analyst.get(runs + "/" + run).text("state"), "succeeded"::equals);
    }

    void export() {
      var request =
          JsonNodeFactory.instance
              .objectNode()
              .put("statement", "SELECT '" + marker + "-text' AS text FROM $EDS_ID LIMIT 1")
              .put("format", "csv");
      var exports = path + "/exports";
      var id = analyst.post(exports, request.toString()).with(202).text("id");
      keep(Foreign.of("export", id));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> analyst.get(exports + "/" + id).text("state"), "succeeded"::equals);
      keep(Foreign.of("folder of an export", analyst.get(exports + "/" + id).text("folder")));
    }

    /// An approval, an adapter that takes them, and a rule of the change ledger.
    void ledger() {
      var approval =
          JsonNodeFactory.instance
              .objectNode()
              .put("version", 1)
              .put("state", "approved")
              .put("title", marker + " title");
      approval
          .putObject("window")
          .put("start", "2026-05-04T10:00:00Z")
          .put("end", "2026-05-04T12:00:00Z");
      approval.putObject("scope").putArray("services").add("ec2");
      var id = marker + "-approval";
      admin.send("PUT", path + "/approvals/desk/" + id, approval.toString()).with(201);
      keep(Foreign.of("approval", id));
      var adapter =
          JsonNodeFactory.instance
              .objectNode()
              .put("name", marker + " adapter")
              .put("kind", "github");
      var made = admin.post(path + "/approval-adapters", adapter.toString()).with(201).json();
      keep(Foreign.of("approval adapter", made.path("id").asText()));
      secrets.add(made.path("secret").asText());
      var rule =
          JsonNodeFactory.instance
              .objectNode()
              .put("kind", "exclusion")
              .put("name", marker + " rule")
              .put("reason", marker + " reason");
      rule.putObject("scope").putArray("actions").add("ec2:CreateTags");
      keep(
          Foreign.of(
              "change rule",
              admin.post(path + "/change-rules", rule.toString()).with(201).text("id")));
    }

    void invitation() {
      var body =
          JsonNodeFactory.instance
              .objectNode()
              .put("role", "analyst")
              .put("email", marker + "@example.com");
      var invitation = admin.post(path + "/invitations", body.toString()).with(201).json();
      var link = invitation.path("link").asText();
      keep(Foreign.of("invitation code", link.substring(link.lastIndexOf('/') + 1)));
      if (invitation.hasNonNull("id")) {
        keep(Foreign.of("invitation id", invitation.path("id").asText()));
      }
    }

    /// One member is tried; no other may be visible either.
    void members() {
      var members = admin.get(path + "/members").with(200).json().path("items");
      members.forEach(member -> secrets.add(member.path("subject").asText()));
      keep(Foreign.of("member", members.path(0).path("subject").asText()));
      keep(Foreign.of("member id", members.path(0).path("id").asText()));
    }

    private void keep(Foreign thing) {
      things.add(thing);
      secrets.add(thing.value().toLowerCase(Locale.ROOT));
    }

    Estate built() {
      secrets.removeIf(String::isBlank);
      return new Estate(tenant, tenantId, storeId, marker, things, secrets);
    }
  }
}
