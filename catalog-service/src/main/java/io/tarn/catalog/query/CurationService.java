package io.tarn.catalog.query;

import io.tarn.catalog.config.CatalogConfig;
import io.tarn.catalog.query.Publication.State;
import io.tarn.catalog.query.SavedQuery.Version;
import io.tarn.catalog.query.SavedQueryException.Changed;
import io.tarn.catalog.query.SavedQueryException.Invalid;
import io.tarn.catalog.query.SavedQueryException.NotFound;
import io.tarn.catalog.query.SavedQueryException.NotNow;
import io.tarn.catalog.query.SavedQueryException.TooMany;
import io.tarn.common.id.Ids;
import io.tarn.common.schema.EventCategory;
import io.tarn.service.gate.Actor;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.sql.EventDataStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The operator's queries: kept by curators, and seen by customers once a second curator has
/// approved the version.
@ApplicationScoped
public class CurationService {
  /// How many queries the operator keeps at most.
  public static final int MOST_OF_OPERATOR = 2000;

  /// What any tenant has: a default store of CloudTrail events.
  private static final List<EventDataStore> STORES_OF_ANYBODY =
      List.of(new EventDataStore(new UUID(0, 0), "default", "", EventCategory.CLOUDTRAIL, true));

  private final QueryRepository queries;
  private final PublicationRepository publications;
  private final Outbox outbox;
  private final boolean needsReview;
  private final Clock clock;

  CurationService(
      QueryRepository queries,
      PublicationRepository publications,
      Outbox outbox,
      CatalogConfig config,
      Clock clock) {
    this.queries = queries;
    this.publications = publications;
    this.outbox = outbox;
    this.needsReview = config.reviewPublications();
    this.clock = clock;
  }

  /// The operator's queries in their newest versions, by their titles.
  @Transactional
  public List<SavedQuery> list() {
    return queries.ofOperator().stream().map(this::shown).toList();
  }

  @Transactional
  public SavedQuery find(UUID id) {
    return shown(ofOperator(id));
  }

  @Transactional
  public SavedQuery create(Actor actor, QueryContent content, @Nullable String message) {
    check(content);
    if (queries.countOfOperator() >= MOST_OF_OPERATOR) {
      throw new TooMany(MOST_OF_OPERATOR);
    }
    var query = new QueryEntity();
    query.id = Ids.uuid();
    query.place = QueryPlace.OPERATOR.wireName();
    query.owner(actor);
    query.visibility = QueryEntity.SHARED;
    query.createdAt = clock.instant();
    queries.addVersion(query, content, actor, message, clock.instant());
    announce(query, "created");
    return shown(query);
  }

  /// Saves a new version, which customers do not see yet.
  @Transactional
  public SavedQuery save(
      Actor actor, UUID id, int base, QueryContent content, @Nullable String message) {
    var query = changeable(id, base);
    check(content);
    queries.addVersion(query, content, actor, message, clock.instant());
    announce(query, "saved");
    return shown(query);
  }

  /// Takes a query away, also from customers.
  @Transactional
  public void delete(UUID id, int base) {
    var query = changeable(id, base);
    query.deletedAt = clock.instant();
    announce(query, "deleted");
  }

  /// Asks for a version to be seen by customers. An earlier request for the query is replaced.
  ///
  /// @param audience ids of the tenants; null is all
  @Transactional
  public Publication request(Actor actor, UUID id, int version, @Nullable List<String> audience) {
    ofOperator(id);
    if (queries.content(id, version).isEmpty()) {
      throw new NotFound();
    }
    publications
        .ofQuery(id, State.REQUESTED)
        .ifPresent(earlier -> earlier.decide(State.WITHDRAWN, actor, "replaced", clock.instant()));
    publications.flush();
    var row = new PublicationEntity();
    row.id = Ids.uuid();
    row.queryId = id;
    row.version = version;
    row.audience = audience;
    row.state = State.REQUESTED.wireName();
    row.requestedIssuer = actor.issuer();
    row.requestedBy = actor.subject();
    row.requestedName = actor.name();
    row.requestedAt = clock.instant();
    publications.persistAndFlush(row);
    return needsReview ? row.publication() : approve(actor, row, null);
  }

  /// Approves a request. Nobody approves what they asked for themselves.
  @Transactional
  public Publication approve(Actor actor, UUID publication, @Nullable String note) {
    var row = requested(publication);
    if (isSame(actor, row)) {
      throw new NotNow("A second person approves a publication, not the one who asked for it.");
    }
    return approve(actor, row, note);
  }

  private Publication approve(Actor actor, PublicationEntity row, @Nullable String note) {
    publications
        .ofQuery(row.queryId, State.APPROVED)
        .ifPresent(earlier -> earlier.decide(State.WITHDRAWN, actor, "replaced", clock.instant()));
    publications.flush();
    row.decide(State.APPROVED, actor, note, clock.instant());
    publications.flush();
    announce(ofOperator(row.queryId), "published");
    return row.publication();
  }

  @Transactional
  public Publication reject(Actor actor, UUID publication, @Nullable String note) {
    var row = requested(publication);
    row.decide(State.REJECTED, actor, note, clock.instant());
    return row.publication();
  }

  /// Takes a query away from customers; the operator keeps it.
  @Transactional
  public void withdraw(Actor actor, UUID id) {
    var query = ofOperator(id);
    publications
        .ofQuery(id, State.APPROVED)
        .orElseThrow(NotFound::new)
        .decide(State.WITHDRAWN, actor, null, clock.instant());
    announce(query, "withdrawn");
  }

  /// The requests that wait for a decision, the oldest first.
  @Transactional
  public List<Publication> waiting() {
    return publications.list(State.REQUESTED).stream().map(PublicationEntity::publication).toList();
  }

  /// All publications of a query, the newest first.
  @Transactional
  public List<Publication> publicationsOf(UUID id) {
    ofOperator(id);
    return publications.ofQuery(id).stream().map(PublicationEntity::publication).toList();
  }

  /// Imports files as the operator's queries, or says what would become of them.
  ///
  /// @param isWhole whether queries that have no file are deleted
  @Transactional
  public List<QueryImport.Result> importFiles(
      Actor actor, List<QueryImport.File> files, boolean isWhole, boolean isDryRun) {
    return new QueryImport(new OfOperator(actor), clock.instant(), isDryRun).apply(files, isWhole);
  }

  /// The operator's queries in their newest versions as files.
  @Transactional
  public List<QueryImport.File> export() {
    return list().stream()
        .map(query -> query.version().content())
        .map(
            content -> new QueryImport.File(QueryFiles.pathOf(content), QueryFiles.textOf(content)))
        .toList();
  }

  /// What the operator keeps for customers.
  private final class OfOperator implements QueryShelf {
    private final Actor actor;

    OfOperator(Actor actor) {
      this.actor = actor;
    }

    @Override
    public List<SavedQuery> all() {
      return list();
    }

    @Override
    public ContentRules.Outcome check(QueryContent content) {
      return ContentRules.check(content, STORES_OF_ANYBODY, clock.instant());
    }

    @Override
    public SavedQuery create(QueryContent content) {
      return CurationService.this.create(actor, content, null);
    }

    @Override
    public SavedQuery save(UUID id, int base, QueryContent content) {
      return CurationService.this.save(actor, id, base, content, null);
    }

    @Override
    public void delete(UUID id, int base) {
      CurationService.this.delete(id, base);
    }
  }

  private PublicationEntity requested(UUID publication) {
    var row = publications.lock(publication).orElseThrow(NotFound::new);
    if (!row.state.equals(State.REQUESTED.wireName())) {
      throw new NotNow("This publication is " + row.state + " already.");
    }
    return row;
  }

  private static boolean isSame(Actor actor, PublicationEntity row) {
    return actor.issuer().equals(row.requestedIssuer) && actor.subject().equals(row.requestedBy);
  }

  private QueryEntity changeable(UUID id, int base) {
    var query = ofOperator(id);
    if (query.version != base) {
      throw new Changed(query.version);
    }
    return query;
  }

  private QueryEntity ofOperator(UUID id) {
    return queries
        .lock(id)
        .filter(query -> query.place() == QueryPlace.OPERATOR && query.deletedAt == null)
        .orElseThrow(NotFound::new);
  }

  private void check(QueryContent content) {
    var violations = ContentRules.check(content, STORES_OF_ANYBODY, clock.instant()).faults();
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  private SavedQuery shown(QueryEntity query) {
    var version = queries.version(query.id, query.version).orElseThrow(NotFound::new);
    return new SavedQuery(
        query.id,
        query.place(),
        null,
        query.owner(),
        query.isShared(),
        query.version,
        new Version(
            query.version,
            queries.read(version.content),
            new Actor(version.authorIssuer, version.authorSubject, version.authorName),
            version.message,
            version.createdAt),
        null,
        false,
        null,
        query.deletedAt,
        true);
  }

  private void announce(QueryEntity query, String change) {
    outbox.append(
        Topics.SAVED_QUERIES, query.id.toString(), QueryEvent.of(query, change, clock.instant()));
  }
}
