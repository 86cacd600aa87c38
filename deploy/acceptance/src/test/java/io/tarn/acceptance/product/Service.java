package io.tarn.acceptance.product;

import java.util.List;

/// The five services and their ports before the offset is added.
public enum Service {
  WEB_UI("web-ui", 8080),
  INGEST("ingest-service", 8081),
  QUERY("query-service", 8082),
  CATALOG("catalog-service", 8083),
  SCHEDULER("scheduler-service", 8084);

  private final String module;
  private final int port;

  Service(String module, int port) {
    this.module = module;
    this.port = port;
  }

  /// The services that answer the API; the edge passes it on and has no document of its own.
  public static List<Service> behindTheEdge() {
    return List.of(INGEST, QUERY, CATALOG, SCHEDULER);
  }

  /// The module's name, which is the audience of its grants as well.
  public String module() {
    return module;
  }

  public int port() {
    return port;
  }
}
