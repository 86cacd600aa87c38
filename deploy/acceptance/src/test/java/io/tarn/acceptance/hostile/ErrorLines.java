package io.tarn.acceptance.hostile;

import io.tarn.acceptance.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Errors in the logs of the services since a moment.
final class ErrorLines {
  private static final List<String> SERVICES =
      List.of("catalog-service", "ingest-service", "query-service", "scheduler-service", "web-ui");

  private final Product product;
  private final Map<String, Long> ends = new HashMap<>();

  private ErrorLines(Product product) {
    this.product = product;
    SERVICES.forEach(service -> ends.put(service, size(log(service))));
  }

  static ErrorLines since(Product product) {
    return new ErrorLines(product);
  }

  List<String> all() {
    return SERVICES.stream().flatMap(this::of).toList();
  }

  private Stream<String> of(String service) {
    try (var file = Files.newInputStream(log(service))) {
      file.skipNBytes(ends.getOrDefault(service, 0L));
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains("\"level\":\"ERROR\""))
              .map(line -> service + ": " + line.substring(0, Math.min(line.length(), 600)))
              .toList()
              .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path log(String service) {
    return product.state().resolve("logs/" + service + ".log");
  }

  private static long size(Path file) {
    try (var channel = FileChannel.open(file)) {
      return channel.size();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
