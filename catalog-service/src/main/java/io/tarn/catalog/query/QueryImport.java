package io.tarn.catalog.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tarn.catalog.library.QueryFileException;
import io.tarn.catalog.library.QueryFileReader;
import io.tarn.service.problem.ProblemException.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings files of queries into a shelf. A query of the same category and title is the same query.
/// A statement that does not run over the stores as they are is kept, with a warning.
public final class QueryImport {
  private static final Pattern TITLED = Pattern.compile("(?m)\\A(?:--.*\\R)*?-- title:");

  /// A title alone is no head of ours: files of other people have one, too.
  private static final Pattern HEADED =
      Pattern.compile(
          "(?m)\\A(?:--.*\\R)*?-- (?:description|category|tags|events|attack|parameters|columns"
              + "|finding|falseAlarms):");

  private static final String OTHER = "other";

  private final QueryShelf shelf;
  private final Instant now;
  private final boolean isDryRun;
  private final Map<String, SavedQuery> kept = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /// A file of a folder.
  ///
  /// @param path inside of the folder, with `/` between
  /// @param text all of it
  public record File(String path, String text) {}

  /// What becomes of a file.
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    DELETED,
    REJECTED;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param path of the file, or where the file of a deleted query would stand
  /// @param outcome what became of it, or would
  /// @param query the id of the query; absent where there is none
  /// @param violations why it was rejected
  /// @param warnings what its author should know
  /// @param proposals constants that could be parameters
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      String path,
      Outcome outcome,
      @Nullable UUID query,
      List<Violation> violations,
      List<String> warnings,
      List<ForeignStatement.Proposal> proposals) {}

  private record Reading(QueryContent content, List<ForeignStatement.Proposal> proposals) {}

  QueryImport(QueryShelf shelf, Instant now, boolean isDryRun) {
    this.shelf = shelf;
    this.now = now;
    this.isDryRun = isDryRun;
    shelf.all().forEach(query -> kept.put(keyOf(query.version().content()), query));
  }

  /// @param isWhole whether queries that have no file are deleted; none is where a file is
  ///     rejected, which may be the file of one of them
  List<Result> apply(List<File> files, boolean isWhole) {
    var results = new ArrayList<Result>();
    files.forEach(file -> results.add(apply(file)));
    if (isWhole && results.stream().noneMatch(result -> result.outcome() == Outcome.REJECTED)) {
      kept.entrySet().stream()
          .filter(entry -> !seen.contains(entry.getKey()))
          .forEach(entry -> results.add(delete(entry.getValue())));
    }
    return results;
  }

  private Result apply(File file) {
    Reading reading;
    try {
      reading = read(file);
    } catch (QueryFileException failure) {
      return rejected(
          file,
          failure.faults().stream()
              .map(f -> new Violation(f.field(), "line %d: %s".formatted(f.line(), f.message())))
              .toList());
    }
    var content = reading.content();
    if (!seen.add(keyOf(content))) {
      return rejected(file, List.of(new Violation("title", "is that of another file")));
    }
    var outcome = shelf.check(content);
    if (!outcome.violations().isEmpty()) {
      return rejected(file, outcome.violations());
    }
    var warnings =
        Stream.concat(
                outcome.unrunnable().stream().map(fault -> "does not run here: " + fault.reason()),
                outcome.warnings().stream())
            .toList();
    return kept(file, reading, warnings);
  }

  private Result kept(File file, Reading reading, List<String> warnings) {
    var content = reading.content();
    @Nullable SavedQuery before = kept.get(keyOf(content));
    if (before == null) {
      var id = isDryRun ? null : shelf.create(content).id();
      return result(file, Outcome.CREATED, id, reading, warnings);
    }
    if (before.version().content().equals(content)) {
      return result(file, Outcome.UNCHANGED, before.id(), reading, warnings);
    }
    if (!isDryRun) {
      shelf.save(before.id(), before.newest(), content);
    }
    return result(file, Outcome.UPDATED, before.id(), reading, warnings);
  }

  private Result delete(SavedQuery query) {
    if (!isDryRun) {
      shelf.delete(query.id(), query.newest());
    }
    var path = QueryFiles.pathOf(query.version().content());
    return new Result(path, Outcome.DELETED, query.id(), List.of(), List.of(), List.of());
  }

  private Reading read(File file) {
    if (TITLED.matcher(file.text()).find() && HEADED.matcher(file.text()).find()) {
      var read = QueryFileReader.ofOwn(now).read(file.text());
      return new Reading(QueryFiles.contentOf(read), List.of());
    }
    var foreign = ForeignStatement.of(file.text());
    var title = foreign.title() == null ? titleOf(file.path()) : foreign.title();
    var content =
        new QueryContent(
            title,
            null,
            categoryOf(file.path()),
            List.of(),
            List.of(),
            List.of(),
            foreign.parameters(),
            List.of(),
            null,
            null,
            foreign.statement());
    return new Reading(content, foreign.proposals());
  }

  /// The name of a file in words.
  private static String titleOf(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]{1,5}$", "");
    var words = name.replaceAll("[-_]+", " ").strip();
    return words.isEmpty() ? path : words;
  }

  private static String categoryOf(String path) {
    var parts = path.split("/", -1);
    var folder = parts.length > 1 ? parts[parts.length - 2] : OTHER;
    var fit = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return fit.isEmpty() || fit.length() > 50 ? OTHER : fit;
  }

  private static String keyOf(QueryContent content) {
    return content.category() + "/" + content.title();
  }

  private static Result result(
      File file, Outcome outcome, @Nullable UUID id, Reading reading, List<String> warnings) {
    return new Result(file.path(), outcome, id, List.of(), warnings, reading.proposals());
  }

  private static Result rejected(File file, List<Violation> violations) {
    return new Result(file.path(), Outcome.REJECTED, null, violations, List.of(), List.of());
  }
}
