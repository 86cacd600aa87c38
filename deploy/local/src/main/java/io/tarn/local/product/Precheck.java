package io.tarn.local.product;

import io.tarn.parts.Cache;
import io.tarn.parts.PartException;
import io.tarn.parts.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Checks before a start: free ports, free disk, and reachable external parts.
public final class Precheck {
  private static final long NEEDED_MEGABYTES = 1024;

  private Precheck() {}

  public static void check(Settings settings) throws IOException {
    refuseFullDisk(settings.state());
    refuseFullDisk(Cache.folder());
    for (var part : Replaceable.values()) {
      checkElsewhere(settings, part);
    }
    for (var port : ports(settings).entrySet()) {
      if (!Ports.isFree(port.getValue())) {
        throw new PartException(inUse(port.getKey(), port.getValue()));
      }
    }
  }

  private static void checkElsewhere(Settings settings, Replaceable part) throws PartException {
    var elsewhere = part.elsewhere(settings);
    if (elsewhere.isEmpty()) {
      return;
    }
    for (var needed : part.alsoNeeded()) {
      if (settings.external(needed).isEmpty()) {
        throw new PartException("%s needs %s as well.".formatted(part.variable(), needed));
      }
    }
    if (!elsewhere.get().answers()) {
      throw new PartException(
          "Nothing answers at %s, which %s names.".formatted(elsewhere.get(), part.variable()));
    }
  }

  static String inUse(String name, int port) {
    return "Port %d, which %s needs, is in use. End what listens there, or move all ports: TARN_PORT_OFFSET=1000 ./tarn up"
        .formatted(port, name);
  }

  static void refuseFullDisk(Path folder) throws IOException {
    Files.createDirectories(folder);
    var free = Files.getFileStore(folder).getUsableSpace() >> 20;
    if (free < NEEDED_MEGABYTES) {
      throw new PartException(
          "Only %d MB are free where %s is; %d MB are needed. Make room, or name another place with TARN_STATE or TARN_CACHE."
              .formatted(free, folder, NEEDED_MEGABYTES));
    }
  }

  private static Map<String, Integer> ports(Settings settings) {
    var addresses = settings.addresses();
    var ports = new LinkedHashMap<String, Integer>();
    if (!Replaceable.POSTGRES.isElsewhere(settings)) {
      ports.put("postgres", addresses.postgres());
    }
    if (!Replaceable.KAFKA.isElsewhere(settings)) {
      ports.put("kafka", addresses.kafka());
      ports.put("kafka's controller", addresses.kafkaController());
    }
    if (!Replaceable.S3.isElsewhere(settings)) {
      ports.put("s3", addresses.s3());
    }
    if (!Replaceable.KEYCLOAK.isElsewhere(settings)) {
      ports.put("keycloak", addresses.keycloak());
      ports.put("keycloak's management", addresses.keycloakManagement());
    }
    for (var service : Service.values()) {
      ports.put(service.module(), service.port(addresses));
    }
    ports.put("web-ui's management", addresses.webUiManagement());
    return ports;
  }
}
