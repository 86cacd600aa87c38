package io.tarn.local.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The variables `TARN_*` that mean something: those of the script and the launcher, and one for
/// each key of the services that the reference of settings names. A misspelt one would else be
/// passed over in silence.
record KnownVariables(Set<String> names) {
  private static final String PREFIX = "TARN_";
  private static final int CLOSE = 4;
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `(tarn\\.[^`]+)` ");

  /// Read by the script, the launcher or the tests, set by them for others, or printed by `env`.
  private static final Set<String> OWN =
      Set.of(
          "TARN_BOOTSTRAP_ADMIN_SUBJECT",
          "TARN_CACHE",
          "TARN_CATALOG_URL",
          "TARN_CORPUS",
          "TARN_DEMO_EVENTS",
          "TARN_EVENT_DATA_STORE",
          "TARN_HOME",
          "TARN_INGEST_URL",
          "TARN_KAFKA_BOOTSTRAP_SERVERS",
          "TARN_MAVEN",
          "TARN_NO_BUILD",
          "TARN_PORT_OFFSET",
          "TARN_POSTGRES_SUPERUSER",
          "TARN_POSTGRES_SUPERUSER_PASSWORD_FILE",
          "TARN_QUERY_URL",
          "TARN_REQUIRE",
          "TARN_RESULTS_BUCKET",
          "TARN_SCHEDULER_URL",
          "TARN_STATE");

  KnownVariables {
    names = Set.copyOf(names);
  }

  static KnownVariables of(Path root) {
    var names = new TreeSet<>(OWN);
    var page = root.resolve("docs/reference/configuration.md");
    try {
      KEY.matcher(Files.readString(page))
          .results()
          .map(key -> variable(key.group(1)))
          .forEach(names::add);
    } catch (IOException failure) {
      throw new UncheckedIOException("The reference of settings cannot be read: " + page, failure);
    }
    return new KnownVariables(names);
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_");
  }

  /// Refuses names that begin with `TARN_` and are none of ours, each with the nearest that is.
  void check(Collection<String> environment) {
    var complaints =
        environment.stream()
            .filter(name -> name.startsWith(PREFIX) && !isKnown(name))
            .sorted()
            .map(this::complaint)
            .collect(Collectors.joining("\n"));
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(complaints);
    }
  }

  private boolean isKnown(String name) {
    return names.stream().anyMatch(known -> name.matches(known.replace("*", "[A-Z0-9_]+")));
  }

  private String complaint(String name) {
    return nearest(name)
        .map(known -> "%s is no setting of Tarn; did you mean %s?".formatted(name, known))
        .orElse(name + " is no setting of Tarn; docs/reference/configuration.md lists them.");
  }

  private Optional<String> nearest(String name) {
    return names.stream()
        .filter(known -> distance(name, known) <= CLOSE)
        .min(
            Comparator.<String>comparingInt(known -> distance(name, known))
                .thenComparing(known -> known));
  }

  /// Edit distance of two names.
  private static int distance(String one, String other) {
    var above = new int[other.length() + 1];
    for (var column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (var row = 1; row <= one.length(); row++) {
      var current = new int[other.length() + 1];
      current[0] = row;
      for (var column = 1; column <= other.length(); column++) {
        var replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
