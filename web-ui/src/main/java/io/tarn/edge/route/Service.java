package io.tarn.edge.route;

/// A service behind the edge.
public enum Service {
  CATALOG("catalog-service"),
  INGEST("ingest-service"),
  QUERY("query-service"),
  SCHEDULER("scheduler-service");

  private final String audience;

  Service(String audience) {
    this.audience = audience;
  }

  /// The name that a grant for this service carries.
  public String audience() {
    return audience;
  }
}
