package io.tarn.acceptance.product;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The product, started once a run by its own script on free ports and with a state folder below
/// `target`, and stopped when the run ends, however it ends. The logs stay in the state folder.
///
/// With `-Dtarn.product.state` and `-Dtarn.product.port-offset` one that runs already is used and
/// left running.
public final class Product {
  /// How many events each demo tenant has at least; fewer than people get, to start sooner.
  public static final long DEMO_EVENTS = 10_000;

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Object LOCK = new Object();
  private static volatile Product running;

  private final Path state;
  private final PortOffset ports;
  private final Map<String, String> more;

  private Product(Path state, PortOffset ports, Map<String, String> more) {
    this.state = state;
    this.ports = ports;
    this.more = Map.copyOf(more);
  }

  /// One more product on free ports, not started yet; the caller ends it with `tarn down`.
  ///
  /// @param more variables that its script gets beside those of every product
  public static Product of(Path state, Map<String, String> more) {
    return new Product(state, PortOffset.free(), more);
  }

  /// The started product; the first caller waits until `tarn up --detach` says that it is ready.
  public static Product running() {
    synchronized (LOCK) {
      if (running == null) {
        running = start();
      }
      return running;
    }
  }

  private static Product start() {
    var given = System.getProperty("tarn.product.state");
    return given == null ? startOwn() : new Product(Path.of(given), PortOffset.given(), Map.of());
  }

  private static Product startOwn() {
    var product =
        of(Path.of("target/product").toAbsolutePath(), WebhookReceiver.running().settings());
    product.forgetAnEarlierRun();
    Runtime.getRuntime().addShutdownHook(new Thread(product::stop, "stop the product"));
    product.tarn("up", "--detach").succeeded();
    return product;
  }

  private void forgetAnEarlierRun() {
    if (Files.isDirectory(state)) {
      stop();
      Folders.delete(state);
    }
    try {
      Files.createDirectories(state);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void stop() {
    tarn("down");
  }

  /// The root of the checkout, where `./tarn` is.
  public static Path root() {
    return ROOT;
  }

  public Path state() {
    return state;
  }

  /// Address of the edge.
  public URI edge() {
    return address(Service.WEB_UI);
  }

  /// Internal address of a service, which is not reachable from outside.
  public URI address(Service service) {
    return URI.create("http://127.0.0.1:" + ports.of(service.port()));
  }

  /// The realm of the demo users.
  public URI identityProvider() {
    return URI.create("http://127.0.0.1:" + ports.of(8180));
  }

  public String kafka() {
    return "127.0.0.1:" + ports.of(8192);
  }

  public URI s3() {
    return URI.create("http://127.0.0.1:" + ports.of(8190));
  }

  /// Variables that point the script to this product instead of a developer's own.
  public Map<String, String> variables() {
    var variables = new HashMap<>(more);
    variables.put("TARN_STATE", state.toString());
    variables.put("TARN_DEMO_EVENTS", Long.toString(DEMO_EVENTS));
    variables.put("TARN_PORT_OFFSET", Integer.toString(ports.value()));
    return variables;
  }

  /// One run of `./tarn` with these words.
  public Command tarn(String... words) {
    var line = new ArrayList<>(List.of(ROOT.resolve("tarn").toString()));
    line.addAll(List.of(words));
    return Command.run(ROOT, variables(), line);
  }

  /// A script run by bash in the root of the checkout, where `./tarn` means this product.
  public Command bash(String script, Map<String, String> more) {
    var all = new HashMap<>(variables());
    all.putAll(more);
    return Command.run(ROOT, all, List.of("bash", "-euo", "pipefail", "-c", script));
  }

  /// The file from which every other secret of this product is derived.
  public Path masterSecret() {
    return state.resolve("secrets/master-secret");
  }

  /// The password of the demo users.
  public String demoPassword() {
    try {
      return Files.readString(state.resolve("secrets/demo-password")).strip();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
