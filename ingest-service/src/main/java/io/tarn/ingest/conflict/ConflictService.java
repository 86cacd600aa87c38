package io.tarn.ingest.conflict;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.conflict.ConflictRepository.Stored;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Stores;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.JsonSize;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Shows a tenant its conflicts.
@ApplicationScoped
public class ConflictService {
  private final DataSource database;
  private final ConflictRepository conflicts;
  private final Stores stores;

  ConflictService(DataSource database, ConflictRepository conflicts, Stores stores) {
    this.database = database;
    this.conflicts = conflicts;
    this.stores = stores;
  }

  /// Conflicts without their texts, the oldest first.
  ///
  /// @param store a store's uuid, ARN, name or `default`; null for all
  public Page<Conflict> list(
      TenantId tenant,
      @Nullable String store,
      @Nullable UUID upload,
      @Nullable Cursor after,
      int limit) {
    var inStore = store == null ? null : stores.byAddress(tenant, store).id();
    var key = after == null ? null : keyOf(after);
    var rows =
        run(connection -> conflicts.list(connection, tenant, inStore, upload, key, limit + 1));
    return Page.bounded(
        rows, limit, ConflictService::cursorOf, conflict -> 300L + JsonSize.of(conflict.eventId()));
  }

  /// A conflict beside the stored event.
  public Comparison find(TenantId tenant, UUID id) {
    var conflict = summary(tenant, id);
    var store = stores.byAddress(tenant, conflict.store().toString());
    return run(
        connection -> {
          var stored =
              conflicts
                  .stored(connection, store, conflict, Comparison.LONGEST_TEXT)
                  .orElse(new Stored(-1, null, null));
          var original =
              conflict.length() > Comparison.LONGEST_TEXT
                  ? null
                  : conflicts
                      .original(connection, tenant, id)
                      .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                      .orElse(null);
          return new Comparison(
              conflict,
              original,
              stored.length() < 0 ? null : stored.length(),
              stored.text(),
              stored.upload(),
              stored.text() == null || original == null
                  ? null
                  : EventComparison.between(stored.text(), original));
        });
  }

  /// The bytes of the event that came second.
  public InputStream original(TenantId tenant, UUID id) {
    return run(connection -> conflicts.original(connection, tenant, id))
        .map(ByteArrayInputStream::new)
        .orElseThrow(ConflictException.Unknown::new);
  }

  private Conflict summary(TenantId tenant, UUID id) {
    return run(connection -> conflicts.find(connection, tenant, id))
        .orElseThrow(ConflictException.Unknown::new);
  }

  private static Cursor cursorOf(Conflict conflict) {
    return Cursor.of(conflict.receivedAt().toString(), conflict.id().toString());
  }

  private static ConflictRepository.Key keyOf(Cursor cursor) {
    try {
      return new ConflictRepository.Key(
          Instant.parse(cursor.value(0)), UUID.fromString(cursor.value(1)));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private <T> T run(Sql.Work<T> work) {
    return Sql.inTransaction(database, work, ConflictException.Unavailable::new);
  }
}
