package io.tarn.bench;

import io.tarn.local.product.Addresses;
import io.tarn.local.product.Service;
import io.tarn.parts.Ports;

/// Finds a range of ports for a product beside the one that may run here.
final class FreePorts {
  private FreePorts() {}

  /// An offset at which all ports of the house are free.
  static int offset() {
    for (var offset = 10_000; offset < 40_000; offset += 500) {
      if (areFree(new Addresses(offset))) {
        return offset;
      }
    }
    throw new IllegalStateException("no range of ports is free");
  }

  private static boolean areFree(Addresses addresses) {
    for (var service : Service.values()) {
      if (!Ports.isFree(service.port(addresses))) {
        return false;
      }
    }
    return Ports.isFree(addresses.webUiManagement())
        && Ports.isFree(addresses.postgres())
        && Ports.isFree(addresses.kafka())
        && Ports.isFree(addresses.kafkaController())
        && Ports.isFree(addresses.s3())
        && Ports.isFree(addresses.keycloak())
        && Ports.isFree(addresses.keycloakManagement());
  }
}
