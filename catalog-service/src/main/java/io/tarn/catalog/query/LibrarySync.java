package io.tarn.catalog.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.logging.Log;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// Brings the rows of the product's library to what this release has: a changed file is a new
/// version, and a file that is gone is deleted. Several services may do it at once.
@ApplicationScoped
public class LibrarySync {
  /// Who saves the versions of the library.
  private static final Actor PRODUCT = new Actor("tarn", "library", "Tarn");

  private final QueryRepository queries;
  private final Clock clock;

  LibrarySync(QueryRepository queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  /// @param library contents by the names of their files
  @Transactional
  public void apply(Map<String, QueryContent> library) {
    queries.lockLibrary();
    library.forEach(this::apply);
    queries.ofLibrary().stream()
        .filter(query -> !library.containsKey(query.libraryName))
        .filter(query -> query.deletedAt == null)
        .forEach(query -> query.deletedAt = clock.instant());
    Log.infof("the library has %d queries", library.size());
  }

  private void apply(String name, QueryContent content) {
    var query = queries.findByIdOptional(idOf(name)).orElseGet(() -> begun(name));
    query.deletedAt = null;
    var isKnown =
        query.version > 0
            && queries.content(query.id, query.version).filter(content::equals).isPresent();
    if (!isKnown) {
      queries.addVersion(query, content, PRODUCT, null, clock.instant());
    }
  }

  private QueryEntity begun(String name) {
    var query = new QueryEntity();
    query.id = idOf(name);
    query.place = QueryPlace.LIBRARY.wireName();
    query.libraryName = name;
    query.visibility = QueryEntity.SHARED;
    query.createdAt = clock.instant();
    return query;
  }

  /// The same in each installation, so that people can refer to it.
  private static UUID idOf(String name) {
    return UUID.nameUUIDFromBytes(("io.tarn.library:" + name).getBytes(UTF_8));
  }
}
