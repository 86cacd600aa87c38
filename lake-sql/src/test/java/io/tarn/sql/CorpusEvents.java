package io.tarn.sql;

import io.tarn.common.schema.EventCategory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The events of the corpus and a few made-up ones of the categories that it has not, as JSON.
///
/// Those without an id or a valid time with its zone are left out; of those with the same id and
/// time the first one stays.
final class CorpusEvents {
  private static final Path MADE_UP = Path.of("src/test/resources/published-events.jsonl");
  private static final Pattern ZONED = Pattern.compile("\"\\d{4}-.*([Zz]|[+-]\\d\\d:\\d\\d)\"");
  private static final Map<String, EventCategory> CATEGORIES =
      Map.of(
          "Insight", EventCategory.INSIGHT,
          "ConfigurationItem", EventCategory.CONFIGURATION_ITEM,
          "Evidence", EventCategory.EVIDENCE,
          "ActivityAuditLog", EventCategory.ACTIVITY_AUDIT_LOG);

  private final Set<List<String>> known = new HashSet<>();

  private CorpusEvents() {}

  static List<JsonValue> of(EventCategory category) {
    var events = new CorpusEvents();
    return events.all().filter(event -> category(event) == category).filter(events::isNew).toList();
  }

  private Stream<JsonValue> all() {
    try {
      var corpus = PublishedStatement.corpus();
      return Stream.of(
              Files.readAllLines(MADE_UP).stream().map(JsonValue::new),
              files(corpus.resolve("events"))
                  .flatMap(file -> text(file).lines().map(JsonValue::new)),
              files(corpus.resolve("trails"))
                  .flatMap(file -> new JsonValue(text(file)).part("Records").elements().stream()))
          .flatMap(events -> events);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isNew(JsonValue event) {
    var id = event.part("eventID");
    var time = event.part("eventTime").time();
    return id.isText()
        && ZONED.matcher(event.part("eventTime").json()).matches()
        && !id.text().isBlank()
        && time != null
        && known.add(List.of(id.text(), time));
  }

  private static EventCategory category(JsonValue event) {
    return CATEGORIES.getOrDefault(
        String.valueOf(event.part("eventCategory").text()), EventCategory.CLOUDTRAIL);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.jsonl?\\.gz"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
