package io.tarn.acceptance.reference;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import io.tarn.common.reference.Markdown;
import io.tarn.common.reference.ReferencePage;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The page of the metrics that are Tarn's own, from the running services.
final class MetricsPage {
  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (tarn_\\w+) ?(.*)$");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (tarn_\\w+) (\\w+)$");
  private static final String HEAD =
      """
      # Metrics

      Generated from the running services by `./tarn docs`; do not edit. Each service shows its metrics for Prometheus at
      `/q/metrics` of its own port, the edge on port 8085. Beside those below there are the usual ones of the JVM (`jvm_`, `process_`), of HTTP
      (`http_server_`, `http_client_`), of connection pools (`agroal_`) and of Kafka clients (`kafka_`).
      """;

  private MetricsPage() {}

  static ReferencePage page(Product product) {
    var text = new StringBuilder(HEAD);
    for (Service service : Service.behindTheEdge()) {
      var exposition =
          Caller.anonymous(product.address(service)).get("/q/metrics").with(200).body();
      var types = named(TYPE, exposition);
      if (!types.isEmpty()) {
        var help = named(HELP, exposition);
        text.append(
            "%n## %s%n%n| Name | Kind | Meaning |%n| --- | --- | --- |%n"
                .formatted(service.module()));
        types.forEach(
            (name, type) ->
                text.append(
                    "| `%s` | %s | %s |%n".formatted(name, type, help.getOrDefault(name, ""))));
      }
    }
    return new ReferencePage("metrics.md", text.toString());
  }

  private static Map<String, String> named(Pattern line, String exposition) {
    Map<String, String> names = new TreeMap<>();
    line.matcher(exposition)
        .results()
        .forEach(match -> names.put(match.group(1), Markdown.cell(match.group(2))));
    return names;
  }
}
