package io.tarn.cli;

import io.tarn.demo.Seeding;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.product.Progress;
import io.tarn.local.product.Secrets;
import io.tarn.local.product.Settings;
import io.tarn.local.product.Status;
import io.tarn.local.product.Supervisor;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.realm.DemoUser;
import io.tarn.parts.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tarn up`: starts everything and watches it, here or in the background.
@Command(
    name = "up",
    description = {
      "Starts all parts and services, makes the demo tenants, and stays until Ctrl-C.",
      "State lives in .tarn and survives."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final List<String> STATE =
      List.of("postgres", "kafka", "s3", "keycloak", "secrets", "run", "logs", "programs", "demo");

  @Option(names = "--detach", description = "Return when all is ready and leave it running.")
  private boolean detach;

  @Option(names = "--fresh", description = "Delete all state and start from scratch.")
  private boolean fresh;

  @Option(names = "--supervise", hidden = true)
  private boolean supervise;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    if (fresh) {
      forget(settings);
    }
    var status = new Status(settings);
    if (!supervise && status.isRunning()) {
      return alreadyRunning(settings, status);
    }
    var progress = new Progress(System.out);
    if (detach) {
      var exit = Supervisor.startDetached(settings, System.out);
      if (exit == 0) {
        summary(settings);
      }
      return exit;
    }
    new Supervisor(settings, progress).run(secrets -> afterStart(settings, secrets, progress));
    return 0;
  }

  private static void forget(Settings settings) throws IOException, InterruptedException {
    Supervisor.stop(settings);
    for (var folder : STATE) {
      Cache.delete(settings.state().resolve(folder));
    }
  }

  private static int alreadyRunning(Settings settings, Status status) throws IOException {
    if (status.isReady()) {
      System.out.println("Tarn runs here already.");
      summary(settings);
      return 0;
    }
    status.print(System.out);
    System.out.println("Tarn runs here already but is not ready; ./tarn down ends it.");
    return 1;
  }

  private void afterStart(Settings settings, Secrets secrets, Progress progress)
      throws IOException, InterruptedException {
    if (!settings.hasDemo()) {
      progress.external("demo tenants", "not made: they need the embedded identity provider");
      return;
    }
    var start = System.nanoTime();
    var password = secrets.demoPassword();
    var seeding =
        new Seeding(
            user -> new EdgeClient(settings.publicUrl(), settings.issuer(), user, password),
            settings.issuer(),
            endOfDemo(settings),
            settings.demoEvents(),
            settings.state().resolve("demo"));
    var seeded = settings.state().resolve("demo/quarter-seeded");
    if (!Files.exists(seeded)) {
      seeding.seed();
      Files.writeString(seeded, "");
    }
    seeding.awaitQueryable();
    progress.done("demo tenants", Duration.ofNanos(System.nanoTime() - start));
    if (!supervise) {
      summary(settings);
    }
  }

  /// The newest time of a demo event: that of the first start, so that each later one makes the
  /// same events.
  private static Instant endOfDemo(Settings settings) throws IOException {
    var file = settings.state().resolve("demo/newest-event");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.HOURS).toString());
    }
    return Instant.parse(Files.readString(file).strip());
  }

  private static void summary(Settings settings) throws IOException {
    System.out.printf("%nTarn is at %s%n", settings.publicUrl());
    if (!settings.hasDemo()) {
      return;
    }
    var tenants = DemoTenant.ALL.stream().map(DemoTenant::slug).collect(Collectors.joining(", "));
    System.out.printf("  tenants   %s%n", tenants);
    System.out.printf(
        "  users     <tenant>-%s;%n            %s (acme, globex), %s%n",
        String.join(", <tenant>-", DemoUser.TENANT_ROLES),
        DemoUser.OPERATOR.username(),
        DemoUser.PLATFORM_ADMIN.username());
    System.out.printf("  password  %s%n", Secrets.loadOrCreate(settings).demoPassword());
    System.out.println("  keys      ./tarn env <tenant> prints them for the AWS CLI and SDKs");
  }
}
