package io.tarn.local.product;

import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.local.product.Steps.Step;
import io.tarn.local.realm.DemoRealm;
import io.tarn.parts.KafkaPart;
import io.tarn.parts.KeycloakPart;
import io.tarn.parts.Part;
import io.tarn.parts.PartException;
import io.tarn.parts.PostgresPart;
import io.tarn.parts.ProcessPart;
import io.tarn.parts.S3Part;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All parts and services of one installation. What was started is stopped in the opposite
/// order.
public final class Product implements AutoCloseable {
  private static final Duration SERVICE_START = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Settings settings;
  private final Secrets secrets;
  private final Progress progress;
  private final Programs programs;
  private final List<Part> started = new ArrayList<>();
  private boolean isStopping;

  public Product(Settings settings, Secrets secrets, Progress progress) {
    this.settings = settings;
    this.secrets = secrets;
    this.progress = progress;
    this.programs = new Programs(settings);
  }

  /// Starts everything; when it returns, every part and service says that it is ready.
  public void start() throws IOException, InterruptedException {
    var steps = new ArrayList<Step>();
    for (var part : Replaceable.values()) {
      part.elsewhere(settings).ifPresent(place -> progress.external(part.part(), place.toString()));
      actionOf(part).ifPresent(action -> steps.add(new Step(part.part(), Set.of(), action)));
    }
    var ours = steps.stream().map(Step::name).toList();
    for (var service : Service.values()) {
      var needs = service.needs().stream().filter(ours::contains).toList();
      steps.add(new Step(service.module(), Set.copyOf(needs), () -> start(service)));
    }
    new Steps(progress, steps).run();
  }

  /// Action for a part: an embedded one is started, an external one at most prepared.
  private Optional<Step.Action> actionOf(Replaceable part) {
    if (part.isElsewhere(settings)) {
      return part == Replaceable.POSTGRES
          ? Optional.of(new ExternalDatabase(settings, secrets)::prepare)
          : Optional.empty();
    }
    return Optional.of(
        switch (part) {
          case POSTGRES -> this::startPostgres;
          case KAFKA -> this::startKafka;
          case S3 -> this::startS3;
          case KEYCLOAK -> this::startKeycloak;
        });
  }

  private void startPostgres() throws IOException, InterruptedException {
    var postgres =
        new PostgresPart(
            settings.state().resolve("postgres"),
            settings.addresses().postgres(),
            secrets.postgresSuperuser(),
            log("postgres"),
            List.of());
    start(postgres);
    install(postgres);
  }

  private void install(PostgresPart postgres) throws PartException {
    try (var superuser =
        DriverManager.getConnection(
            postgres.url(), PostgresPart.SUPERUSER, secrets.postgresSuperuser())) {
      PostgresInstallation.apply(superuser, secrets.master());
    } catch (SQLException failure) {
      throw new PartException(
          "The logins of the services could not be made: " + failure.getMessage(), failure);
    }
  }

  private void startKafka() throws IOException, InterruptedException {
    var addresses = settings.addresses();
    start(
        new KafkaPart(
            settings.state().resolve("kafka"),
            addresses.kafka(),
            addresses.kafkaController(),
            log("kafka"),
            programs.kafka()));
  }

  private void startS3() throws IOException, InterruptedException {
    start(
        S3Part.of(
            settings.state().resolve("s3"),
            settings.addresses().s3(),
            secrets.masterFile(),
            log("s3"),
            programs.s3()));
  }

  private void startKeycloak() throws IOException, InterruptedException {
    var addresses = settings.addresses();
    var realm =
        DemoRealm.json(settings.publicUrl(), secrets.consoleClientSecret(), secrets.demoPassword());
    if (!KeycloakPart.isPrepared()) {
      progress.say("    keycloak is fetched and built once; this takes a minute or two");
    }
    start(
        new KeycloakPart(
            settings.state().resolve("keycloak"),
            addresses.keycloak(),
            addresses.keycloakManagement(),
            realm,
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.keycloakAdmin()),
            log("keycloak")));
  }

  /// A service runs from its packaged jar, with a capped heap.
  private void start(Service service) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.youngGeneration());
    command.addAll(
        List.of(
            "-Xms48m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            programs.jarOf(service).toString()));
    var port = service.managementPort(settings.addresses());
    start(
        new ProcessPart(
            service.module(),
            command,
            new ServiceEnvironment(settings, secrets).of(service),
            log(service.module()),
            SERVICE_START,
            () -> Health.ofService(port).isReady()));
  }

  private void start(Part part) throws IOException, InterruptedException {
    synchronized (started) {
      if (isStopping) {
        throw new PartException(part.name() + " is not started: everything is ending");
      }
      started.add(part);
    }
    startAgain(part);
  }

  /// Starts a part that was started before and has ended; returns when it answers.
  private void startAgain(Part part) throws IOException, InterruptedException {
    try {
      part.start();
    } finally {
      if (part.isAlive()) {
        PidFile.of(settings, part.name()).write(part.pid());
      }
    }
  }

  /// Starts parts again that end by themselves; returns only when its thread is interrupted.
  public void watch() throws InterruptedException {
    var restarts = new Restarts(settings, this::startAgain, progress, InstantSource.system());
    while (true) {
      restarts.look(parts());
      Thread.sleep(LOOK);
    }
  }

  private Path log(String name) {
    return settings.logs().resolve(name + ".log");
  }

  /// The parts that were started, in the order of their start.
  List<Part> parts() {
    synchronized (started) {
      return List.copyOf(started);
    }
  }

  /// Ends what was started, the last first: the edge before the services, these before their
  /// parts.
  @Override
  public void close() {
    synchronized (started) {
      isStopping = true;
      started.forEach(part -> part.process().forbidStart());
    }
    for (var part : parts().reversed()) {
      part.stop();
      try {
        PidFile.of(settings, part.name()).delete();
      } catch (IOException failure) {
        progress.say("A pid file could not be removed: " + failure.getMessage());
      }
    }
  }
}
