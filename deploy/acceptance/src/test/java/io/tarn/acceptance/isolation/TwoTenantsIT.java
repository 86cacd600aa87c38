package io.tarn.acceptance.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.isolation.Attempt.Location;
import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `globex` has is tried as every role of `acme`. No marker and no id comes back that the
/// caller did not send, and a
/// thing of the other tenant is answered like an unknown thing.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoTenantsIT {
  private static final String OWN = "acme";
  private static Product product;
  private static People people;
  private static Estate estate;
  private static List<Endpoint> endpoints;

  @BeforeAll
  static void plant() {
    product = Product.running();
    people = new People(product);
    estate = Estate.plant(people, "globex");
    endpoints = Endpoint.all(product);
    assertThat(endpoints).as("endpoints of all services").hasSizeGreaterThan(15);
  }

  @Test
  @Order(1)
  void theMarkersAreThereForTheOneWhoOwnsThem() {
    var own =
        Statements.single(
            people.person("globex", "analyst"),
            "globex",
            "SELECT eventName FROM " + estate.storeId());
    assertThat(own).contains(estate.marker());
  }

  @Order(2)
  @ParameterizedTest
  @ValueSource(strings = {"tenant-admin", "analyst", "viewer", "approver", "ingest"})
  void noEndpointGivesAThingOfAnotherTenant(String role) {
    // given
    var caller = people.person(OWN, role);
    // when
    var faults =
        endpoints.stream()
            .flatMap(TwoTenantsIT::attempts)
            .flatMap(attempt -> faults(attempt, caller))
            .toList();
    // then
    assertThat(faults).isEmpty();
  }

  @Order(3)
  @ParameterizedTest
  @MethodSource("statements")
  void noStatementReadsAThingOfAnotherTenant(String statement) {
    // given
    var caller = people.person(OWN, "analyst");
    // when
    var answer = ended(caller, Statements.submit(caller, OWN, statement));
    // then
    assertThat(leaks(answer, statement)).as(answer.toString()).isEmpty();
  }

  @Order(3)
  @ParameterizedTest
  @ValueSource(strings = {"store id", "store ARN", "store name", "table"})
  void theCommandLineRefusesAStoreOfAnotherTenantLikeAnUnknownOne(String kind) {
    // given
    var thing = estate.thing(kind);
    // when
    var foreign = product.tarn("query", OWN, selectMarked(quoted(thing.value())));
    var unknown = product.tarn("query", OWN, selectMarked(quoted(thing.unknown())));
    // then
    assertThat(foreign.exitCode()).isEqualTo(unknown.exitCode()).isNotZero();
    assertThat(foreign.output() + withoutRequestId(foreign.errors(), thing.value()))
        .isEqualTo(unknown.output() + withoutRequestId(unknown.errors(), thing.unknown()))
        .doesNotContain(estate.marker());
  }

  @Test
  @Order(4)
  void theOwnEventsAreStillTheOwn() {
    var caller = people.person(OWN, "analyst");
    var seen =
        Statements.single(
            caller,
            OWN,
            "SELECT count(*) FROM $EDS_ID WHERE eventName = '" + estate.marker() + "-eventName'");
    assertThat(seen).isEqualTo("0");
  }

  static Stream<String> statements() {
    var things =
        estate.things().stream()
            .map(Foreign::value)
            .map(TwoTenantsIT::quoted)
            .map(TwoTenantsIT::selectMarked);
    var catalogues =
        Stream.of(
                "pg_catalog.pg_class",
                "pg_catalog.pg_namespace",
                "pg_catalog.pg_roles",
                "pg_catalog.pg_stat_activity",
                "pg_class",
                "pg_stats",
                "information_schema.tables",
                "information_schema.columns",
                "information_schema.schemata",
                "catalog.tenants",
                "ingest.event_data_stores",
                "query.query_runs",
                "event_data_stores",
                "system.runtime.queries")
            .map(table -> "SELECT * FROM " + table);
    var functions =
        Stream.of(
            "SELECT set_config('role', 't_" + estate.tenantId() + "', false) FROM $EDS_ID",
            "SELECT current_setting('search_path') FROM $EDS_ID",
            "SELECT pg_sleep(10) FROM $EDS_ID",
            "SELECT query_to_xml('select 1', true, true, '') FROM $EDS_ID",
            "SELECT 1; SELECT * FROM $EDS_ID",
            "SHOW TABLES",
            "SHOW SCHEMAS",
            "TABLE $EDS_ID",
            "SELECT * FROM $EDS_ID UNION ALL SELECT * FROM " + estate.storeId());
    return Stream.of(things, catalogues, functions).flatMap(all -> all);
  }

  private static String selectMarked(String table) {
    return "SELECT eventName FROM " + table + " WHERE eventName LIKE '%-eventName'";
  }

  /// ARNs and names are quoted identifiers; ids and qualified names stand as they are.
  private static String quoted(String table) {
    return table.contains("\"") || table.matches("[0-9a-f-]{36}") ? table : "\"" + table + "\"";
  }

  private static Stream<Attempt> attempts(Endpoint endpoint) {
    return estate.things().stream().flatMap(thing -> attempts(endpoint, thing));
  }

  private static Stream<Attempt> attempts(Endpoint endpoint, Foreign thing) {
    List<Attempt> attempts = new ArrayList<>();
    endpoint
        .pathParameters()
        .forEach(
            name -> attempts.add(new Attempt(endpoint, OWN, new Location.InPath(name), thing)));
    if (endpoint.reads()) {
      endpoint
          .queryParameters()
          .forEach(
              name -> attempts.add(new Attempt(endpoint, OWN, new Location.InQuery(name), thing)));
    }
    if (endpoint.path().contains("/queries") && endpoint.body().isPresent()) {
      attempts.add(new Attempt(endpoint, OWN, new Location.InBody(), thing));
      attempts.add(new Attempt(endpoint, OWN, new Location.AsIdempotencyKey(), thing));
    }
    return attempts.stream();
  }

  private static Stream<String> faults(Attempt attempt, Caller caller) {
    var foreign = attempt.sent(caller, attempt.thing().value());
    var leaked =
        leaks(foreign, attempt.thing().value()).stream()
            .map(leak -> attempt + " gave " + leak + ": " + foreign);
    return Stream.concat(leaked, different(attempt, caller, foreign));
  }

  /// A thing in the path or the statement must be answered like an unknown one; a cursor or key may
  /// be distinguished from an invalid one.
  private static Stream<String> different(Attempt attempt, Caller caller, Answer foreign) {
    if (!(attempt.location() instanceof Location.InPath
        || attempt.location() instanceof Location.InBody)) {
      return Stream.empty();
    }
    var unknown = attempt.sent(caller, attempt.thing().unknown());
    var one = Attempt.comparable(foreign, attempt.thing().value());
    var other = Attempt.comparable(unknown, attempt.thing().unknown());
    return one.equals(other)
        ? Stream.empty()
        : Stream.of(attempt + " answers " + one + " but unknown " + other);
  }

  private static List<String> leaks(Answer answer, String sent) {
    var text = answer.everything().toLowerCase(Locale.ROOT);
    var known = sent.toLowerCase(Locale.ROOT);
    return estate.secrets().stream()
        .filter(secret -> text.contains(secret.toLowerCase(Locale.ROOT)))
        .filter(secret -> !known.contains(secret.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Answer ended(Caller caller, Answer submitted) {
    if (submitted.status() != 202) {
      return submitted;
    }
    var id = submitted.text("id");
    var state = Statements.state(caller, OWN, id);
    return state.text("state").equals("FINISHED")
        ? Statements.results(caller, OWN, id, "limit=1000")
        : state;
  }

  private static String withoutRequestId(String text, String sent) {
    return text.replace(sent, "<sent>")
        .replace(sent.replace("\"", ""), "<sent>")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>");
  }
}
