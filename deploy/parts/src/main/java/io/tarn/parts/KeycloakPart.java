package io.tarn.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keycloak with one imported realm on loopback.
///
/// The programs are shared links into the cache; database, import and temporary files are in
/// the part's own folder. A realm that reads differently from the one imported before (other
/// public address, other users) is imported anew into an empty database.
public final class KeycloakPart implements Part {
  private static final Duration START = Duration.ofMinutes(5);
  private static final List<String> LINKS =
      List.of("lib", "conf", "providers", "themes", "version.txt");

  private final Path home;
  private final int port;
  private final int managementPort;
  private final String realmJson;
  private final ChildProcess process;

  public KeycloakPart(
      Path home,
      int port,
      int managementPort,
      String realmJson,
      Map<String, String> environment,
      Path log) {
    this.home = home.toAbsolutePath();
    this.port = port;
    this.managementPort = managementPort;
    this.realmJson = realmJson;
    this.process = new ChildProcess("keycloak", command(), environment, log);
  }

  public static String issuer(int port) {
    return "http://%s:%d/realms/tarn".formatted(Ports.LOOPBACK, port);
  }

  /// Whether fetching and building are done, so that a start takes seconds.
  public static boolean isPrepared() throws IOException {
    return KeycloakDistribution.isPrepared();
  }

  @Override
  public void start() throws IOException, InterruptedException {
    linkPrograms(KeycloakDistribution.folder());
    putRealm();
    process.start();
    process.awaitReady(START, this::answers);
  }

  private void linkPrograms(Path distribution) throws IOException {
    Files.createDirectories(home);
    for (var name : LINKS) {
      var link = home.resolve(name);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, distribution.resolve(name));
    }
  }

  private void putRealm() throws IOException {
    var file = home.resolve("data/import/tarn-realm.json");
    if (Files.exists(file) && !Files.readString(file).equals(realmJson)) {
      Cache.delete(home.resolve("data"));
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    PrivateFiles.write(file, realmJson);
  }

  private boolean answers() throws InterruptedException {
    var discovery = URI.create(issuer(port) + "/.well-known/openid-configuration");
    var request = HttpRequest.newBuilder(discovery).timeout(Duration.ofSeconds(5)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=224m",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--cache=local",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=" + Ports.LOOPBACK,
            "--http-port=" + port,
            "--http-management-host=" + Ports.LOOPBACK,
            "--http-management-port=" + managementPort,
            "--hostname=http://%s:%d".formatted(Ports.LOOPBACK, port)));
    return command;
  }

  @Override
  public ChildProcess process() {
    return process;
  }
}
