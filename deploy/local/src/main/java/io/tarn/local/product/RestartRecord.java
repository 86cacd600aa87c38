package io.tarn.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Number of restarts of a part since the product was started, stored in `run/<part>.restarts`
/// for the other commands.
///
/// @param ends how often it has ended, at least 1
/// @param since when it ended last
/// @param next when it is started again at the earliest
record RestartRecord(int ends, Instant since, Instant next) {
  private static final String ENDING = ".restarts";
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// The back-off doubles with each end: 1 s, 2 s, 4 s, ..., at most a minute.
  static RestartRecord ofEnd(int ends, Instant now) {
    var doubled = FIRST.multipliedBy(1L << Math.min(ends - 1, 10));
    var wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return new RestartRecord(ends, now, now.plus(wait));
  }

  static Optional<RestartRecord> read(Settings settings, String part) throws IOException {
    var file = file(settings, part);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var words = Files.readString(file).strip().split(" ", 3);
    return Optional.of(
        new RestartRecord(
            Integer.parseInt(words[0]), Instant.parse(words[1]), Instant.parse(words[2])));
  }

  void write(Settings settings, String part) throws IOException {
    var draft = file(settings, part + ".draft");
    Files.createDirectories(draft.getParent());
    Files.writeString(draft, "%d %s %s".formatted(ends, since, next));
    Files.move(draft, file(settings, part), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes the records of an earlier run of the product.
  static void deleteAll(Settings settings) throws IOException {
    if (Files.isDirectory(settings.run())) {
      try (var files = Files.newDirectoryStream(settings.run(), "*" + ENDING)) {
        for (var file : files) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path file(Settings settings, String part) {
    return settings.run().resolve(part + ENDING);
  }

  /// Text of `status` for the part.
  String describe(boolean isReady) {
    var ended =
        "ended by itself %s, last at %s"
            .formatted(ends == 1 ? "once" : ends + " times", since.truncatedTo(ChronoUnit.SECONDS));
    return isReady
        ? "started again; it " + ended
        : "it %s; started again at %s".formatted(ended, next.truncatedTo(ChronoUnit.SECONDS));
  }
}
