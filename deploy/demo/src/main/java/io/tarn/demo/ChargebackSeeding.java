package io.tarn.demo;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.EdgeException;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Who pays for what in a demo tenant, what it costs, and last month's statement, closed. What is
/// there already stays as it is.
final class ChargebackSeeding {
  private static final String FIRST_DAY = "2020-01-01";
  private static final Map<String, Object> RULES =
      Map.of(
          "rules",
          List.of(
              rule("Orders", "Sales", "*orders*"),
              rule("Invoices", "Finance", "*invoice*"),
              rule("Pictures", "Marketing", "*thumbnailer*")));
  private static final Map<String, Object> RATES =
      Map.of(
          "currency",
          "EUR",
          "rates",
          List.of(
              Map.of(
                  "meter",
                  "lambda-invocations",
                  "validFrom",
                  FIRST_DAY,
                  "tiers",
                  List.of(Map.of("upTo", "500", "price", "0.02"), Map.of("price", "0.015"))),
              Map.of(
                  "meter",
                  "lambda-errors",
                  "validFrom",
                  FIRST_DAY,
                  "tiers",
                  List.of(Map.of("price", "0.02"))),
              Map.of(
                  "meter",
                  "tarn-events",
                  "validFrom",
                  FIRST_DAY,
                  "tiers",
                  List.of(Map.of("price", "0.00004")))));

  private final EdgeClient owner;
  private final String path;
  private final YearMonth lastMonth;

  ChargebackSeeding(EdgeClient owner, String slug, Clock clock) {
    this.owner = owner;
    this.path = "/v1/tenants/%s/chargeback/".formatted(slug);
    this.lastMonth = YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(1);
  }

  void seed() throws IOException, InterruptedException {
    putFirst("allocation-rules", RULES);
    putFirst("rates", RATES);
    var statement = path + "statements/" + lastMonth;
    if (owner.get(statement).path("state").asText().equals("open")) {
      owner.post(statement + "/close", Map.of());
    }
  }

  private void putFirst(String what, Map<String, Object> body)
      throws IOException, InterruptedException {
    try {
      owner.put(path + what, body, "\"0\"");
    } catch (EdgeException refused) {
      if (refused.status() != 412) {
        throw refused;
      }
    }
  }

  private static Map<String, Object> rule(String name, String costCentre, String function) {
    return Map.of("name", name, "costCentre", costCentre, "function", function);
  }
}
