package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each role calls each operation; bodies are unreadable on purpose, so that an authorized request
/// changes nothing.
class RolesIT {
  private static final String TABLE = "/gate/roles-by-operation.txt";
  private static final String TENANT = "globex";
  private static final String UNREADABLE = "7";

  @Test
  void eachOperationIsOpenToItsRolesOnly() {
    // given
    var product = Product.running();
    var callers = callers(new People(product));
    var operations = operations(product);
    var table = table();
    assertThat(operations.keySet()).as("operations").isEqualTo(table.keySet());
    // when
    var found = new LinkedHashMap<String, Set<String>>();
    operations.forEach((name, operation) -> found.put(name, passing(operation, callers)));
    // then
    assertThat(found).containsExactlyInAnyOrderEntriesOf(table);
  }

  @Test
  void nobodyWithoutATokenAndNobodyOfAnotherTenantPasses() {
    // given
    var product = Product.running();
    var stranger = new People(product).person("acme", "tenant-admin");
    var anonymous = Caller.anonymous(product.edge());
    // when
    var faults =
        operations(product).values().stream()
            .flatMap(
                operation ->
                    Stream.of(
                        fault(operation, anonymous, isWebhook(operation) ? 404 : 401),
                        operation.isUnderATenant() ? fault(operation, stranger, 404) : ""))
            .filter(fault -> !fault.isEmpty())
            .toList();
    // then
    assertThat(faults).isEmpty();
  }

  /// Webhooks are let in without a sign-in; without a signature they find nothing.
  private static boolean isWebhook(Endpoint operation) {
    return operation.method().equals("POST")
        && operation.path().endsWith("/approval-adapters/{adapter}/deliveries");
  }

  private static String fault(Endpoint operation, Caller caller, int expected) {
    int status = status(operation, caller);
    return status == expected ? "" : "%s: %d, not %d".formatted(operation, status, expected);
  }

  private static Set<String> passing(Endpoint operation, Map<String, Caller> callers) {
    return callers.entrySet().stream()
        .filter(caller -> !Set.of(401, 403).contains(status(operation, caller.getValue())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int status(Endpoint operation, Caller caller) {
    var path = operation.path().replace("{tenant}", TENANT);
    for (var name : operation.pathParameters()) {
      path = path.replace("{" + name + "}", "00000000-0000-7000-8000-000000000000");
    }
    var dryRun = operation.queryParameters().contains("dryRun") ? "?dryRun=true" : "";
    var body = operation.reads() || operation.method().equals("DELETE") ? "" : UNREADABLE;
    return caller.send(operation.method(), path + dryRun, body).status();
  }

  private static Map<String, Endpoint> operations(Product product) {
    return Endpoint.all(product).stream()
        .filter(operation -> operation.path().startsWith("/v1/"))
        .collect(Collectors.toMap(Endpoint::toString, Function.identity()));
  }

  private static Map<String, Caller> callers(People people) {
    var callers = new LinkedHashMap<String, Caller>();
    for (var role : List.of("tenant-admin", "analyst", "viewer", "approver", "ingest")) {
      callers.put(role, people.person(TENANT, role));
    }
    callers.put("operator", people.person("operator"));
    callers.put("platform-admin", people.person("platform-admin"));
    return callers;
  }

  /// Of lines such as `GET /v1/me tenant-admin analyst`.
  private static Map<String, Set<String>> table() {
    try (var file = RolesIT.class.getResourceAsStream(TABLE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +"))
          .collect(
              Collectors.toMap(
                  words -> words[0] + " " + words[1],
                  words -> new TreeSet<>(Arrays.asList(words).subList(2, words.length))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
