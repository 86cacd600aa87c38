package io.tarn.edge.route;

import java.util.Optional;

/// Where a request goes: the service, the tenant that its path names, and whether its body is an
/// upload of events.
public record Destination(Service service, Optional<String> tenant, boolean isUpload) {
  static Destination of(Service service) {
    return new Destination(service, Optional.empty(), false);
  }

  static Destination in(String tenant, Service service) {
    return new Destination(service, Optional.of(tenant), false);
  }

  static Destination upload(String tenant) {
    return new Destination(Service.INGEST, Optional.of(tenant), true);
  }
}
