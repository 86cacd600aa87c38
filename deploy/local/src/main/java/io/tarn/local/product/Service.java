package io.tarn.local.product;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The five services, in the order in which they start.
public enum Service {
  CATALOG("catalog-service", "tarn_catalog"),
  INGEST("ingest-service", "tarn_ingest"),
  QUERY("query-service", "tarn_query"),
  SCHEDULER("scheduler-service", "tarn_scheduler"),
  WEB_UI("web-ui", "");

  private final String module;
  private final String login;

  Service(String module, String login) {
    this.module = module;
    this.login = login;
  }

  /// The service of that module name, with or without `-service`.
  public static Optional<Service> named(String name) {
    return Arrays.stream(values()).filter(service -> service.isNamed(name)).findFirst();
  }

  private boolean isNamed(String name) {
    return List.of(module, module.replace("-service", "")).contains(name);
  }

  public String module() {
    return module;
  }

  /// Its own login at the database; empty for the edge, which has none.
  String login() {
    return login;
  }

  public int port(Addresses addresses) {
    return switch (this) {
      case CATALOG -> addresses.catalog();
      case INGEST -> addresses.ingest();
      case QUERY -> addresses.query();
      case SCHEDULER -> addresses.scheduler();
      case WEB_UI -> addresses.webUi();
    };
  }

  /// Address of its health checks; the edge has a separate port for them.
  int managementPort(Addresses addresses) {
    return this == WEB_UI ? addresses.webUiManagement() : port(addresses);
  }

  /// Options of the JVM for the part of the heap where objects begin. A batch of events lives
  /// until it is written, which would fill the survivor spaces of a small one and then the old
  /// part.
  List<String> youngGeneration() {
    return this == INGEST
        ? List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=3", "-XX:TargetSurvivorRatio=90")
        : List.of();
  }

  /// Parts that must run before the service starts; an external part counts as running.
  List<String> needs() {
    return switch (this) {
      case CATALOG, QUERY -> List.of("postgres", "kafka", "s3");
      case INGEST, SCHEDULER -> List.of("postgres", "kafka");
      case WEB_UI -> List.of("keycloak");
    };
  }
}
