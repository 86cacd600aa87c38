package io.tarn.local.product;

import io.tarn.local.parts.Cache;
import io.tarn.local.parts.PartException;
import io.tarn.local.parts.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks before anything is started whether it can work: free ports and free disk.
public final class Precheck {
  private static final long NEEDED_MEGABYTES = 1024;

  private Precheck() {}

  public static void check(Settings settings) throws IOException {
    refuseFullDisk(settings.state());
    refuseFullDisk(Cache.folder());
    for (var port : ports(settings).entrySet()) {
      if (!Ports.isFree(port.getValue())) {
        throw new PartException(inUse(port.getKey(), port.getValue()));
      }
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
    if (settings.external("TARN_POSTGRES_URL").isEmpty()) {
      ports.put("postgres", addresses.postgres());
    }
    if (settings.external("TARN_KAFKA_BOOTSTRAP_SERVERS").isEmpty()) {
      ports.put("kafka", addresses.kafka());
      ports.put("kafka's controller", addresses.kafkaController());
    }
    if (settings.external("TARN_S3_ENDPOINT").isEmpty()) {
      ports.put("s3", addresses.s3());
    }
    if (settings.external("TARN_OIDC_ISSUER").isEmpty()) {
      ports.put("keycloak", addresses.keycloak());
      ports.put("keycloak's management", addresses.keycloakManagement());
    }
    for (var service : Service.values()) {
      ports.put(service.module(), service.port(addresses));
    }
    return ports;
  }
}
