package io.tarn.catalog.query;

import io.tarn.catalog.query.SavedQueryException.Changed;
import io.tarn.catalog.query.SavedQueryException.Invalid;
import io.tarn.catalog.query.SavedQueryException.NotFound;
import io.tarn.catalog.query.SavedQueryException.NotYours;
import io.tarn.catalog.query.SavedQueryException.TooMany;
import io.tarn.catalog.store.StoreService;
import io.tarn.common.id.Ids;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.service.paging.Page;
import io.tarn.sql.EventDataStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Queries as the people of a tenant see, keep, share and change them.
@ApplicationScoped
public class QueryService {
  /// How many queries a tenant keeps at most.
  public static final int MOST_OF_TENANT = 2000;

  private final QuerySearch search;
  private final QueryRepository queries;
  private final QueryMarks marks;
  private final StoreService stores;
  private final Outbox outbox;
  private final Clock clock;

  QueryService(
      QuerySearch search,
      QueryRepository queries,
      QueryMarks marks,
      StoreService stores,
      Outbox outbox,
      Clock clock) {
    this.search = search;
    this.queries = queries;
    this.marks = marks;
    this.stores = stores;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public List<SavedQuery> find(QueryReader reader, QueryFilter filter, int offset, int limit) {
    return search.find(reader, filter, offset, limit);
  }

  @Transactional
  public SavedQuery find(QueryReader reader, UUID id) {
    return search.find(reader, id).orElseThrow(NotFound::new);
  }

  @Transactional
  public SavedQuery find(QueryReader reader, UUID id, @Nullable Integer version) {
    return search.find(reader, id, version).orElseThrow(NotFound::new);
  }

  @Transactional
  public List<SavedQuery> versions(QueryReader reader, UUID id, int before, int limit) {
    var found = search.versions(reader, id, before, limit);
    if (found.isEmpty() && search.find(reader, id).isEmpty()) {
      throw new NotFound();
    }
    return found;
  }

  @Transactional
  public List<CategoryCount> categories(QueryReader reader) {
    return search.categories(reader);
  }

  /// What the author of a query should know of it, beside what forbids to save it.
  @Transactional
  public List<String> warnings(QueryReader reader, QueryContent content) {
    return checked(reader.tenant(), content);
  }

  /// Keeps a new query, which is private.
  @Transactional
  public SavedQuery create(QueryReader reader, QueryContent content, @Nullable String message) {
    checked(reader.tenant(), content);
    return create(reader, content, message, null);
  }

  /// Keeps a copy of a query that the reader sees, which goes on by itself.
  @Transactional
  public SavedQuery copy(QueryReader reader, UUID id) {
    var original = find(reader, id);
    return create(reader, original.version().content(), null, original);
  }

  private SavedQuery create(
      QueryReader reader,
      QueryContent content,
      @Nullable String message,
      @Nullable SavedQuery original) {
    if (queries.countOf(reader.tenant()) >= MOST_OF_TENANT) {
      throw new TooMany(MOST_OF_TENANT);
    }
    var query = new QueryEntity();
    query.id = Ids.uuid();
    query.place = QueryPlace.TENANT.wireName();
    query.tenantId = reader.tenant().value();
    query.owner(reader.actor());
    query.visibility = QueryEntity.PRIVATE;
    query.createdAt = clock.instant();
    if (original != null) {
      query.originId = original.id();
      query.originVersion = original.version().number();
    }
    queries.addVersion(query, content, reader.actor(), message, clock.instant());
    announce(query, "created");
    return find(reader, query.id);
  }

  /// Saves a new version.
  ///
  /// @param base the newest version that the author knows
  @Transactional
  public SavedQuery save(
      QueryReader reader, UUID id, int base, QueryContent content, @Nullable String message) {
    var query = changeable(reader, id, base);
    checked(reader.tenant(), content);
    queries.addVersion(query, content, reader.actor(), message, clock.instant());
    announce(query, "saved");
    return find(reader, id);
  }

  /// Saves an older version as the newest.
  @Transactional
  public SavedQuery restoreVersion(QueryReader reader, UUID id, int base, int version) {
    var query = changeable(reader, id, base);
    var content = queries.content(id, version).orElseThrow(NotFound::new);
    var message = "As in version " + version;
    queries.addVersion(query, content, reader.actor(), message, clock.instant());
    announce(query, "saved");
    return find(reader, id);
  }

  /// Shares a query in the tenant, or takes it back for its owner.
  @Transactional
  public SavedQuery share(QueryReader reader, UUID id, boolean isShared) {
    var seen = find(reader, id);
    var query = ownOf(reader, seen);
    query.visibility = isShared ? QueryEntity.SHARED : QueryEntity.PRIVATE;
    query.updatedAt = clock.instant();
    queries.flush();
    announce(query, isShared ? "shared" : "unshared");
    return search.find(reader, id).orElse(seen);
  }

  /// Takes a query away; for 30 days this can be undone.
  @Transactional
  public void delete(QueryReader reader, UUID id, int base) {
    var query = changeable(reader, id, base);
    query.deletedAt = clock.instant();
    announce(query, "deleted");
  }

  @Transactional
  public SavedQuery undelete(QueryReader reader, UUID id) {
    var seen = search.findDeleted(reader, id).orElseThrow(NotFound::new);
    var query = ownOf(reader, seen);
    query.deletedAt = null;
    queries.flush();
    announce(query, "restored");
    return find(reader, id);
  }

  @Transactional
  public void mark(QueryReader reader, UUID id, boolean isFavourite) {
    marks.favourite(reader, find(reader, id).id(), isFavourite);
  }

  /// A version that is about to be run by the reader: the one they see, or an older one.
  @Transactional
  public SavedQuery toRun(QueryReader reader, UUID id, @Nullable Integer version) {
    var isOlder = version != null && reader.mayWrite();
    var query = isOlder ? find(reader, id, version) : find(reader, id);
    if (version != null && query.version().number() != version) {
      throw new NotFound();
    }
    marks.ran(reader, id, clock.instant());
    return query;
  }

  /// The queries that the reader sees and that no longer run, each with what stands in the way.
  @Transactional
  public Page<BrokenQuery> broken(QueryReader reader) {
    var known = storesOf(reader.tenant());
    var all = search.find(reader, QueryFilter.ANY, 0, MOST_OF_TENANT);
    var broken =
        all.stream()
            .map(
                query ->
                    new BrokenQuery(
                        query,
                        ContentRules.check(query.version().content(), known, clock.instant())
                            .faults()
                            .stream()
                            .map(fault -> fault.field() + " " + fault.reason())
                            .toList()))
            .filter(query -> !query.faults().isEmpty())
            .toList();
    return new Page<>(broken, null);
  }

  /// @param faults why it does not run
  public record BrokenQuery(SavedQuery query, List<String> faults) {}

  /// Imports files as queries of the reader's own, or says what would become of them.
  @Transactional
  public List<QueryImport.Result> importFiles(
      QueryReader reader, List<QueryImport.File> files, boolean isDryRun) {
    return new QueryImport(new Own(reader), clock.instant(), isDryRun).apply(files, false);
  }

  /// The queries that the reader sees as files.
  @Transactional
  public List<QueryImport.File> export(
      QueryReader reader, QueryFilter filter, int offset, int limit) {
    return search.find(reader, filter, offset, limit).stream()
        .map(query -> query.version().content())
        .map(
            content -> new QueryImport.File(QueryFiles.pathOf(content), QueryFiles.textOf(content)))
        .toList();
  }

  /// What the reader keeps in the tenant.
  private final class Own implements QueryShelf {
    private final QueryReader reader;

    Own(QueryReader reader) {
      this.reader = reader;
    }

    @Override
    public List<SavedQuery> all() {
      var own = new QueryFilter(null, QueryPlace.TENANT, null, null, false, false);
      return search.find(reader, own, 0, MOST_OF_TENANT);
    }

    @Override
    public ContentRules.Outcome check(QueryContent content) {
      return ContentRules.check(content, storesOf(reader.tenant()), clock.instant());
    }

    @Override
    public SavedQuery create(QueryContent content) {
      return QueryService.this.create(reader, content, null, null);
    }

    @Override
    public SavedQuery save(UUID id, int base, QueryContent content) {
      var query = changeable(reader, id, base);
      queries.addVersion(query, content, reader.actor(), null, clock.instant());
      announce(query, "saved");
      return find(reader, id);
    }

    @Override
    public void delete(UUID id, int base) {
      QueryService.this.delete(reader, id, base);
    }
  }

  private QueryEntity changeable(QueryReader reader, UUID id, int base) {
    var seen = find(reader, id);
    var query = ownOf(reader, seen);
    if (query.version != base) {
      throw new Changed(query.version);
    }
    return query;
  }

  private QueryEntity ownOf(QueryReader reader, SavedQuery seen) {
    if (seen.place() != QueryPlace.TENANT || !reader.mayWrite()) {
      throw new NotYours();
    }
    return queries.lock(seen.id()).orElseThrow(NotFound::new);
  }

  private List<String> checked(TenantId tenant, QueryContent content) {
    var outcome = ContentRules.check(content, storesOf(tenant), clock.instant());
    if (!outcome.faults().isEmpty()) {
      throw new Invalid(outcome.faults());
    }
    return outcome.warnings();
  }

  private List<EventDataStore> storesOf(TenantId tenant) {
    return stores.all(tenant).stream()
        .map(
            store ->
                new EventDataStore(
                    store.id(),
                    store.name(),
                    store.arn(),
                    EventCategory.of(store.category()),
                    store.isDefault()))
        .toList();
  }

  private void announce(QueryEntity query, String change) {
    outbox.append(
        Topics.SAVED_QUERIES, query.id.toString(), QueryEvent.of(query, change, clock.instant()));
  }
}
