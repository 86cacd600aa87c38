package io.tarn.bench;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.product.Addresses;
import io.tarn.local.product.Product;
import io.tarn.local.product.Progress;
import io.tarn.local.product.Secrets;
import io.tarn.local.product.Service;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoUser;
import io.tarn.parts.Cache;
import io.tarn.parts.PostgresPart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A whole product with a state of its own and without tenants, for one bench. Nothing stays of
/// it, however the bench ends.
final class OwnProduct implements AutoCloseable {
  private final Settings settings;
  private final Secrets secrets;
  private final Product product;
  private final Thread watch;
  private boolean isClosed;

  private OwnProduct(Settings settings, PrintStream out) throws IOException {
    this.settings = settings;
    this.secrets = Secrets.loadOrCreate(settings);
    this.product = new Product(settings, secrets, new Progress(out));
    this.watch = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
  }

  /// Starts everything on free ports.
  ///
  /// @param here where the programs are
  static OwnProduct start(Settings here, PrintStream out) throws IOException, InterruptedException {
    var state = Files.createTempDirectory("tarn-bench");
    var own = new OwnProduct(new Settings(here.root(), state, Addresses.free(), Map.of()), out);
    Runtime.getRuntime().addShutdownHook(new Thread(own::close, "end of the bench"));
    try {
      own.product.start();
      return own;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      own.close();
      throw failure;
    }
  }

  /// From now on a service that ends is started again, as the supervisor does.
  void startEndedAgain() {
    watch.start();
  }

  private void watch() {
    try {
      product.watch();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Address of a service, past the edge.
  String address(Service service) {
    return Addresses.url(service.port(settings.addresses()));
  }

  /// A folder for the files of the bench, which goes with the product.
  Path folder(String name) throws IOException {
    return Files.createDirectories(settings.state().resolve(name));
  }

  /// The processes of the product.
  Processes processes() {
    return new Processes(settings.run());
  }

  EdgeClient admin() throws IOException {
    return edge(DemoUser.PLATFORM_ADMIN);
  }

  /// A client of the edge with a session of its own for the user.
  EdgeClient edge(DemoUser user) throws IOException {
    return new EdgeClient(
        settings.publicUrl(), settings.issuer(), user.username(), secrets.demoPassword());
  }

  String issuer() {
    return settings.issuer();
  }

  /// A direct connection to the database, past the edge.
  Database superuser() throws IOException {
    return Database.open(
        settings.postgresUrl(), PostgresPart.SUPERUSER, secrets.postgresSuperuser());
  }

  /// A connection under a login of the database.
  Database login(String login) throws IOException {
    return Database.open(settings.postgresUrl(), login, secrets.postgresLogin(login));
  }

  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      watch.interrupt();
      product.close();
      forget(settings.state());
    }
  }

  private static void forget(Path state) {
    try {
      Cache.delete(state);
    } catch (IOException failure) {
      System.err.printf("%s could not be removed: %s%n", state, failure.getMessage());
    }
  }
}
