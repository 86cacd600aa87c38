package io.tarn.ingest.conflict;

import io.tarn.common.paging.Cursor;
import io.tarn.common.paging.Page;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.conflict.ConflictRepository.Found;
import io.tarn.ingest.conflict.ConflictRepository.Place;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /// Conflicts with the places at which they differ, the oldest first.
  ///
  /// @param store a store's uuid, ARN, name or `default`; null for all
  public Page<Comparison> list(
      TenantId tenant,
      @Nullable String store,
      @Nullable UUID upload,
      @Nullable Cursor after,
      int limit) {
    var inStore = store == null ? null : stores.byAddress(tenant, store).id();
    var place = after == null ? null : placeOf(after);
    var rows =
        run(
            connection ->
                compared(
                    connection,
                    tenant,
                    conflicts.list(connection, tenant, inStore, upload, place, limit + 1)));
    return Page.of(rows, limit, row -> cursorOf(row.conflict()));
  }

  public Comparison find(TenantId tenant, UUID id) {
    return run(
        connection -> {
          var found =
              conflicts.find(connection, tenant, id).orElseThrow(ConflictException.Unknown::new);
          return compared(connection, tenant, List.of(found)).getFirst();
        });
  }

  private List<Comparison> compared(Connection connection, TenantId tenant, List<Found> found)
      throws SQLException {
    var compared = new ArrayList<Comparison>(found.size());
    for (var one : found) {
      compared.add(compared(connection, tenant, one));
    }
    return compared;
  }

  private Comparison compared(Connection connection, TenantId tenant, Found found)
      throws SQLException {
    var store = stores.byAddress(tenant, found.conflict().store().toString());
    var stored = conflicts.stored(connection, store, found.conflict()).orElse(null);
    return stored == null
        ? new Comparison(found.conflict(), found.original(), null, null, List.of())
        : new Comparison(
            found.conflict(),
            found.original(),
            stored.text(),
            stored.upload(),
            Differences.between(stored.text(), found.original()));
  }

  private static Cursor cursorOf(Conflict conflict) {
    return Cursor.of(conflict.receivedAt().toString(), conflict.id().toString());
  }

  private static Place placeOf(Cursor cursor) {
    try {
      return new Place(Instant.parse(cursor.value(0)), UUID.fromString(cursor.value(1)));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private <T> T run(Sql.Work<T> work) {
    try {
      return Sql.inTransaction(database, work);
    } catch (SQLException failure) {
      throw new ConflictException.Unavailable(failure);
    }
  }
}
