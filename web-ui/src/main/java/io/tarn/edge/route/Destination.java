package io.tarn.edge.route;

import java.util.Optional;

/// Where a request goes: the service, the tenant that its path names, and what its body may be.
public record Destination(Service service, Optional<String> tenant, Traffic traffic) {

  /// What is sent to an address.
  public enum Traffic {
    /// Ordinary requests of callers who show a credential.
    ORDINARY,
    /// Uploads of events.
    UPLOAD,
    /// Files of approvals.
    IMPORT,
    /// Webhooks, which are signed and show no credential, where the method is POST.
    WEBHOOK
  }

  static Destination of(Service service) {
    return new Destination(service, Optional.empty(), Traffic.ORDINARY);
  }

  static Destination in(String tenant, Service service) {
    return new Destination(service, Optional.of(tenant), Traffic.ORDINARY);
  }

  static Destination upload(String tenant) {
    return new Destination(Service.INGEST, Optional.of(tenant), Traffic.UPLOAD);
  }

  static Destination approvalFile(String tenant) {
    return new Destination(Service.SCHEDULER, Optional.of(tenant), Traffic.IMPORT);
  }

  static Destination webhook(String tenant) {
    return new Destination(Service.SCHEDULER, Optional.of(tenant), Traffic.WEBHOOK);
  }
}
