package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Keycloak, fetched by Maven, unpacked and built once into the cache. A first start without
/// that takes more than a minute, afterwards it takes seconds.
final class KeycloakDistribution {
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--features=organization");

  private KeycloakDistribution() {}

  static boolean isPrepared() throws IOException {
    return Files.isDirectory(Cache.folder().resolve(entryName()));
  }

  static Path folder() throws IOException, InterruptedException {
    var entry = Cache.entry(entryName(), KeycloakDistribution::prepare);
    return entry.resolve("keycloak-" + Cache.version("keycloak"));
  }

  private static String entryName() throws IOException {
    return "keycloak-" + Cache.version("keycloak") + "-built";
  }

  private static void prepare(Path folder) throws IOException, InterruptedException {
    var version = Cache.version("keycloak");
    fetch(version, folder);
    var packed = folder.resolve("keycloak-quarkus-dist-%s.tar.gz".formatted(version));
    try (var file = Files.newInputStream(packed)) {
      TarArchive.unpackGzip(file, folder);
    }
    Files.delete(packed);
    build(folder.resolve("keycloak-" + version));
  }

  private static void fetch(String version, Path folder) throws IOException, InterruptedException {
    var maven = System.getenv().getOrDefault("TARN_MAVEN", "mvn");
    var artifact = "org.keycloak:keycloak-quarkus-dist:%s:tar.gz".formatted(version);
    run(
        List.of(
            maven,
            "-q",
            "-B",
            "dependency:copy",
            "-Dartifact=" + artifact,
            "-DoutputDirectory=" + folder),
        folder,
        "Keycloak could not be fetched; is Maven's repository in reach?");
  }

  private static void build(Path home) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>(List.of(home.resolve("bin/kc.sh").toString()));
    command.addAll(BUILD);
    run(command, home, "Keycloak could not be built.");
  }

  private static void run(List<String> command, Path folder, String complaint)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("tarn-keycloak", ".log");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
    var exit = builder.redirectOutput(output.toFile()).start().waitFor();
    if (exit != 0) {
      throw new PartException(complaint + " What it said is in " + output);
    }
    Files.delete(output);
  }
}
