package io.tarn.sql.parse;

import io.trino.sql.tree.Node;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What is decided about each class of the parser's nodes: supported, or refused, and the name of
/// its construct. The decisions stand in `constructs.properties` beside this class; a class without
/// one is refused.
final class Constructs {
  private static final Map<String, Decision> DECISIONS = read();

  private Constructs() {}

  /// @param name the construct's name in messages
  record Decision(boolean supported, String name) {}

  static boolean isSupported(Node node) {
    return decision(node.getClass()).map(Decision::supported).orElse(false);
  }

  static String nameOf(Node node) {
    return decision(node.getClass())
        .map(Decision::name)
        .orElseGet(() -> node.getClass().getSimpleName());
  }

  static Optional<Decision> decision(Class<? extends Node> node) {
    return Optional.ofNullable(DECISIONS.get(keyOf(node)));
  }

  /// All decisions by the keys of their nodes.
  static Map<String, Decision> decisions() {
    return DECISIONS;
  }

  /// The name of the class within the parser's package: `Join`, `Row$Field`.
  static String keyOf(Class<? extends Node> node) {
    return node.getName().substring(node.getPackageName().length() + 1);
  }

  private static Map<String, Decision> read() {
    var lines = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Constructs.class.getResourceAsStream("constructs.properties")),
            StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var decisions = new HashMap<String, Decision>();
    lines.forEach((node, line) -> decisions.put((String) node, decision((String) line)));
    return Map.copyOf(decisions);
  }

  private static Decision decision(String line) {
    var words = line.split(" ", 2);
    return switch (words[0]) {
      case "supported" -> new Decision(true, words[1]);
      case "refused" -> new Decision(false, words[1]);
      default -> throw new IllegalStateException("neither supported nor refused: " + line);
    };
  }
}
