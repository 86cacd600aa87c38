package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Addresses that mean one thing to a router and another to a gate: none leads to another tenant's
/// things or to what services keep among themselves, neither through the edge nor at a service.
class PathTricksIT {
  private static final String OTHER = "globex/event-data-stores";

  static Stream<String> addresses() {
    var toAnotherTenant =
        List.of(
            "/v1/tenants/acme/../" + OTHER,
            "/v1/tenants/acme/%2e%2e/" + OTHER,
            "/v1/tenants/acme/%2E%2E/" + OTHER,
            "/v1/tenants/acme/..%2f" + OTHER,
            "/v1/tenants/acme/..%5c" + OTHER,
            "/v1/tenants/acme/.%2e/" + OTHER,
            "/v1/tenants/acme/..;/" + OTHER,
            "/v1/tenants/acme;tenant=globex/../" + OTHER,
            "/v1/tenants/acme/%252e%252e/" + OTHER,
            "/v1/tenants/acme%2f..%2f" + OTHER,
            "/v1/tenants//" + OTHER,
            "//v1/tenants/" + OTHER,
            "/v1//tenants/" + OTHER,
            "/v1/./tenants/" + OTHER,
            "/v1/tenants/./" + OTHER,
            "/V1/tenants/" + OTHER,
            "/v1/Tenants/" + OTHER,
            "/v1/tenants/GLOBEX/event-data-stores",
            "/v1/tenants/globex%00/event-data-stores",
            "/v1/tenants/globex%20/event-data-stores",
            "/v1/tenants/%67lobex/event-data-stores",
            "/v1/tenants/globex./event-data-stores",
            "/v1/tenants/acme,globex/event-data-stores",
            "/v1/tenants/*/event-data-stores",
            "/v1/tenants/%C0%AE%C0%AE/" + OTHER,
            "/v1/tenants/acme%EF%BC%8F..%EF%BC%8F" + OTHER,
            "/v1/tenants/" + OTHER + "/",
            "/v1/tenants/" + OTHER + "?tenant=acme",
            "/v1/tenants/" + OTHER + "#/v1/tenants/acme/event-data-stores".replace("#", "%23"));
    var toTheInside =
        List.of(
            "/internal/grant-keys",
            "/internal/tenants/acme",
            "/INTERNAL/grant-keys",
            "/internal%2fgrant-keys",
            "/%69nternal/grant-keys",
            "//internal/grant-keys",
            "/v1/../internal/grant-keys",
            "/v1/%2e%2e/internal/grant-keys",
            "/v1/tenants/acme/../../../internal/grant-keys",
            "/assets/../internal/grant-keys",
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/q/dev-ui",
            "/%71/metrics");
    return Stream.concat(toAnotherTenant.stream(), toTheInside.stream());
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void leadNowhere(String address) {
    // given
    var product = Product.running();
    var people = new People(product);
    var secrets = secrets(people);
    var token = people.freshToken("acme-tenant-admin");
    // when
    var answers =
        Stream.of(
                Caller.bearing(product.edge(), token).get(address),
                Caller.bearing(product.address(Service.CATALOG), grant(product, token))
                    .get(address))
            .toList();
    // then
    var atTheEdge = answers.getFirst();
    assertThat(atTheEdge.status() == 400 || atTheEdge.status() == 404 || isTheConsole(atTheEdge))
        .as(atTheEdge.toString())
        .isTrue();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isLessThan(500);
              assertThat(secrets).noneMatch(answer.everything()::contains);
            });
  }

  /// The page that answers every address of the console, which loads its data by the API.
  private static boolean isTheConsole(Answer answer) {
    return answer.status() == 200 && answer.body().startsWith("<!doctype html>");
  }

  /// Ids that only the other tenant's people are shown.
  private static List<String> secrets(People people) {
    var stores =
        people
            .person("globex", "tenant-admin")
            .get("/v1/tenants/globex/event-data-stores")
            .with(200)
            .json()
            .path("items");
    return stores.valueStream().map(store -> store.path("id").asText()).toList();
  }

  private static String grant(Product product, String token) {
    return new Grants(product).grant(token, "acme", Service.CATALOG);
  }
}
