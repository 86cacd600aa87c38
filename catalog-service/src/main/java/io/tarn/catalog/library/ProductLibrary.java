package io.tarn.catalog.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The queries that come with the product, one file each in the folder `library` of the class path.
/// A class path cannot be listed, hence the file `library/index.txt` names them.
public final class ProductLibrary {
  private static final String FOLDER = "/library/";
  private static final String INDEX = "index.txt";
  private static final Pattern PATH =
      Pattern.compile("([a-z0-9][a-z0-9-]*)/([a-z0-9][a-z0-9-]{0,99})\\.sql");

  private final Map<String, LibraryQuery> byName;

  private ProductLibrary(List<LibraryQuery> queries) {
    this.byName =
        queries.stream()
            .collect(Collectors.toUnmodifiableMap(LibraryQuery::name, Function.identity()));
  }

  /// Reads all files.
  ///
  /// @throws IllegalStateException if one of them is no query, or stands in a wrong place
  public static ProductLibrary load() {
    var reader = new QueryFileReader(Instant.EPOCH);
    return new ProductLibrary(
        text(INDEX)
            .lines()
            .filter(line -> !line.isBlank())
            .map(path -> query(path, reader))
            .toList());
  }

  private static LibraryQuery query(String path, QueryFileReader reader) {
    var parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new IllegalStateException("not a path of the library: " + path);
    }
    try {
      var file = reader.read(text(path));
      if (!file.head().category().equals(parts.group(1))) {
        throw new IllegalStateException(path + " is of category " + file.head().category());
      }
      return new LibraryQuery(parts.group(2), file);
    } catch (QueryFileException failure) {
      throw new IllegalStateException(path + ": " + failure.getMessage(), failure);
    }
  }

  private static String text(String path) {
    try (var stream = ProductLibrary.class.getResourceAsStream(FOLDER + path)) {
      if (stream == null) {
        throw new IllegalStateException("the class path has no " + FOLDER + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// All queries in the order of category and title.
  public List<LibraryQuery> queries() {
    return byName.values().stream()
        .sorted(
            Comparator.comparing((LibraryQuery query) -> query.file().head().category())
                .thenComparing(query -> query.file().head().title()))
        .toList();
  }

  public Optional<LibraryQuery> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
