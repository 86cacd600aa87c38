package io.tarn.catalog.query;

import io.tarn.catalog.query.SavedQuery.Origin;
import io.tarn.catalog.query.SavedQuery.Version;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds queries as a reader sees them. What somebody may see is said here, once: all other ways
/// to a query come through here.
@ApplicationScoped
class QuerySearch {
  /// Of each query the version that the reader sees: the newest, and of the operator's the one that
  /// is published to their tenant.
  private static final String VISIBLE =
      """
      with visible as (
        select q.*, case q.place when 'operator' then p.version else q.version end as shown
        from queries q
        left join query_publications p on p.query_id = q.id and p.state = 'approved'
          and (p.audience is null or :tenant = any (p.audience))
        where q.place = 'library' and q.deleted_at is null
          or q.place = 'operator' and q.deleted_at is null and p.version is not null
          or q.place = 'tenant' and q.tenant_id = :tenant
            and (q.visibility = 'shared' or :mayShare
              or :mayWrite and q.owner_issuer = :issuer and q.owner_subject = :subject))
      """;

  private static final String COLUMNS =
      """
      select q.id, q.place, q.library_name, q.owner_issuer, q.owner_subject, q.owner_name,
        q.visibility, q.shown, q.deleted_at, q.origin_id, q.origin_version,
        v.version, cast(v.content as text) as content, v.author_issuer, v.author_subject,
        v.author_name, v.message, v.created_at, o.shown as origin_shown, ov.title as origin_title,
        f.query_id is not null as is_favourite, r.run_at
      """;

  private static final String SOURCES =
      """
      from visible q
      left join visible o on o.id = q.origin_id and o.deleted_at is null
      left join query_versions ov on ov.query_id = o.id and ov.version = o.shown
      left join query_favourites f on f.query_id = q.id and f.tenant_id = :tenant
        and f.issuer = :issuer and f.subject = :subject
      left join query_last_runs r on r.query_id = q.id and r.tenant_id = :tenant
        and r.issuer = :issuer and r.subject = :subject
      join query_versions v on v.query_id = q.id
      """;

  private static final String SHOWN = VISIBLE + COLUMNS + SOURCES;

  /// Words count most in the title, then in keywords, in prose, and least in the statement. The
  /// more of the words a query has the better, and better still beside one another. Words that are
  /// nearly right count by their likeness to words of the title and the keywords.
  private static final String RANK =
      """
      cross join (
        select plainto_tsquery('english', :words) as all_words,
          phraseto_tsquery('english', :words) as phrase,
          cast(replace(cast(plainto_tsquery('english', :meant) as text), '&', '|') as tsquery)
            as any_word,
          tsvector_to_array(to_tsvector('english', :meant)) as lexemes) w
      cross join lateral (
        select ts_rank('{0.02, 0.1, 0.3, 1.0}', v.search, w.any_word)
          + case when v.search @@ w.all_words then 0.4 else 0 end
          + case when v.search @@ w.phrase then 0.3 else 0 end
          + (select 0.4 * count(*) / greatest(1, cardinality(w.lexemes)) from unnest(w.lexemes) l
             where l = any (tsvector_to_array(v.search)))
          + word_similarity(:words, v.title) * 0.6
          + word_similarity(:words, v.keywords) * 0.2 as score,
          v.search @@ w.any_word
            or word_similarity(:words, v.title || ' ' || v.keywords) > 0.4 as is_found) s
      """;

  private final EntityManager entities;
  private final QueryRepository queries;

  QuerySearch(EntityManager entities, QueryRepository queries) {
    this.entities = entities;
    this.queries = queries;
  }

  /// Those that the reader sees: the best first where words are looked for, else by their titles.
  List<SavedQuery> find(QueryReader reader, QueryFilter filter, int offset, int limit) {
    var words = filter.words() == null ? "" : filter.words().strip();
    var hasWords = !words.isEmpty();
    var query =
        query(
            reader,
            SHOWN
                + (hasWords ? RANK : "")
                + """
                where v.version = q.shown
                  and (q.deleted_at is not null) = :deleted
                  and (cast(:place as text) is null or q.place = :place)
                  and (cast(:category as text) is null or v.category = :category)
                  and (cast(:tag as text) is null or :tag = any (v.tags))
                  and (not :favourites or f.query_id is not null)
                """
                + (hasWords
                    ? "and s.is_found order by s.score desc, v.title, q.id"
                    : "order by v.title, q.id")
                + " offset :offset limit :limit");
    if (hasWords) {
      query.setParameter("words", words);
      query.setParameter("meant", SearchWords.of(words));
    }
    return rows(query
            .setParameter("deleted", filter.deletedOnly())
            .setParameter("place", filter.place() == null ? null : filter.place().wireName())
            .setParameter("category", filter.category())
            .setParameter("tag", filter.tag())
            .setParameter("favourites", filter.favouritesOnly())
            .setParameter("offset", offset)
            .setParameter("limit", limit))
        .map(row -> shown(row, reader))
        .toList();
  }

  /// One that is not deleted, in the version that the reader sees.
  Optional<SavedQuery> find(QueryReader reader, UUID id) {
    return find(reader, id, null);
  }

  /// The same in another of its versions. Of the operator's only the published one is seen.
  Optional<SavedQuery> find(QueryReader reader, UUID id, @Nullable Integer version) {
    var query =
        query(
            reader,
            SHOWN
                + """
                where q.id = :id and q.deleted_at is null
                  and v.version = case when q.place = 'operator' or cast(:version as integer) is null
                    then q.shown else :version end
                  and (cast(:version as integer) is null or v.version = :version)
                """);
    return rows(query.setParameter("id", id).setParameter("version", version))
        .map(row -> shown(row, reader))
        .findFirst();
  }

  /// One of the reader's own tenant that is deleted.
  Optional<SavedQuery> findDeleted(QueryReader reader, UUID id) {
    var query =
        query(
            reader,
            SHOWN + "where q.id = :id and q.deleted_at is not null and v.version = q.shown");
    return rows(query.setParameter("id", id)).map(row -> shown(row, reader)).findFirst();
  }

  /// The versions of a query that the reader sees, the newest first.
  List<SavedQuery> versions(QueryReader reader, UUID id, int before, int limit) {
    var query =
        query(
            reader,
            SHOWN
                + """
                where q.id = :id and q.deleted_at is null and v.version < :before
                  and (q.place <> 'operator' or v.version = q.shown)
                order by v.version desc limit :limit
                """);
    return rows(query
            .setParameter("id", id)
            .setParameter("before", before)
            .setParameter("limit", limit))
        .map(row -> shown(row, reader))
        .toList();
  }

  List<CategoryCount> categories(QueryReader reader) {
    var query =
        query(
            reader,
            VISIBLE
                + """
                select v.category, count(*) as count
                from visible q join query_versions v on v.query_id = q.id and v.version = q.shown
                where q.deleted_at is null group by v.category order by v.category
                """);
    return rows(query)
        .map(row -> new CategoryCount(row.get("category", String.class), number(row, "count")))
        .toList();
  }

  private Query query(QueryReader reader, String text) {
    return entities
        .createNativeQuery(text, Tuple.class)
        .setParameter("tenant", reader.tenant().value())
        .setParameter("issuer", reader.actor().issuer())
        .setParameter("subject", reader.actor().subject())
        .setParameter("mayWrite", reader.mayWrite())
        .setParameter("mayShare", reader.mayShare());
  }

  @SuppressWarnings("unchecked") // the query was made for tuples
  private static Stream<Tuple> rows(Query query) {
    return ((List<Tuple>) query.getResultList()).stream();
  }

  private SavedQuery shown(Tuple row, QueryReader reader) {
    var place = QueryPlace.of(row.get("place", String.class));
    return new SavedQuery(
        row.get("id", UUID.class),
        place,
        row.get("library_name", String.class),
        owner(row),
        !QueryEntity.PRIVATE.equals(row.get("visibility", String.class)),
        (int) number(row, "shown"),
        new Version(
            (int) number(row, "version"),
            queries.read(row.get("content", String.class)),
            new Actor(
                row.get("author_issuer", String.class),
                row.get("author_subject", String.class),
                row.get("author_name", String.class)),
            row.get("message", String.class),
            row.get("created_at", Instant.class)),
        origin(row),
        row.get("is_favourite", Boolean.class),
        row.get("run_at", Instant.class),
        row.get("deleted_at", Instant.class),
        place == QueryPlace.TENANT && reader.mayWrite());
  }

  private static @Nullable Actor owner(Tuple row) {
    var subject = row.get("owner_subject", String.class);
    return subject == null
        ? null
        : new Actor(
            row.get("owner_issuer", String.class), subject, row.get("owner_name", String.class));
  }

  private static @Nullable Origin origin(Tuple row) {
    var id = row.get("origin_id", UUID.class);
    if (id == null) {
      return null;
    }
    var shown = row.get("origin_shown", Integer.class);
    return new Origin(
        id, (int) number(row, "origin_version"), row.get("origin_title", String.class), shown);
  }

  private static long number(Tuple row, String name) {
    return row.get(name, Number.class).longValue();
  }
}
