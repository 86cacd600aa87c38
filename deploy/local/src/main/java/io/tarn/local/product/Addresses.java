package io.tarn.local.product;

import io.tarn.parts.Ports;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The ports of the house, all moved by one offset so that two checkouts run side by side.
public record Addresses(int offset) {
  public Addresses {
    if (offset < 0 || offset > 50_000) {
      throw new IllegalArgumentException("TARN_PORT_OFFSET is a number from 0 to 50000");
    }
  }

  /// Addresses of a product beside the one that may run here: all its ports are free.
  public static Addresses free() {
    return IntStream.iterate(10_000, offset -> offset < 40_000, offset -> offset + 500)
        .mapToObj(Addresses::new)
        .filter(addresses -> addresses.ports().allMatch(Ports::isFree))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no range of ports is free"));
  }

  private IntStream ports() {
    return IntStream.concat(
        Arrays.stream(Service.values()).mapToInt(service -> service.port(this)),
        IntStream.of(
            webUiManagement(),
            postgres(),
            kafka(),
            kafkaController(),
            s3(),
            keycloak(),
            keycloakManagement()));
  }

  public int webUi() {
    return 8080 + offset;
  }

  public int ingest() {
    return 8081 + offset;
  }

  public int query() {
    return 8082 + offset;
  }

  public int catalog() {
    return 8083 + offset;
  }

  public int scheduler() {
    return 8084 + offset;
  }

  /// Health and metrics of the edge, on a port of their own.
  public int webUiManagement() {
    return 8085 + offset;
  }

  public int keycloak() {
    return 8180 + offset;
  }

  public int keycloakManagement() {
    return 8181 + offset;
  }

  public int postgres() {
    return 8132 + offset;
  }

  public int kafka() {
    return 8192 + offset;
  }

  public int kafkaController() {
    return 8193 + offset;
  }

  public int s3() {
    return 8190 + offset;
  }

  public String publicUrl() {
    return url(webUi());
  }

  public static String url(int port) {
    return "http://%s:%d".formatted(Ports.LOOPBACK, port);
  }
}
