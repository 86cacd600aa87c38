package io.tarn.ingest.deadletter;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.DeadLetterConfig;
import io.tarn.ingest.storage.Sql;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Shows a tenant what was rejected.
@ApplicationScoped
public class DeadLetterService {
  private final DataSource database;
  private final DeadLetterRepository letters;
  private final DeadLetterConfig config;

  DeadLetterService(DataSource database, DeadLetterRepository letters, DeadLetterConfig config) {
    this.database = database;
    this.letters = letters;
    this.config = config;
  }

  /// What one more file of the tenant may leave as dead letters.
  public DeadLetterQuota quotaOfFile(TenantId tenant) {
    var volume = run(connection -> letters.volume(connection, tenant));
    return new DeadLetterQuota(
        Math.min(config.maxPerFile(), config.maxPerTenant() - volume.letters()),
        config.maxBytesPerTenant() - volume.bytes());
  }

  public Page<DeadLetter> list(
      TenantId tenant, DeadLetterFilter filter, @Nullable Cursor after, int limit) {
    var key = after == null ? null : keyOf(after);
    var rows = run(connection -> letters.list(connection, tenant, filter, key, limit + 1));
    return Page.bounded(
        rows, limit, letter -> Cursor.of(Long.toString(letter.sequence())), DeadLetter::size);
  }

  public List<DeadLetterCount> count(TenantId tenant, DeadLetterFilter filter) {
    return run(connection -> letters.count(connection, tenant, filter));
  }

  public DeadLetter find(TenantId tenant, UUID id) {
    return run(connection -> letters.find(connection, tenant, id))
        .orElseThrow(DeadLetterException.Unknown::new);
  }

  /// The stored bytes; of an oversized record its beginning.
  public InputStream original(TenantId tenant, UUID id) {
    return run(connection -> letters.original(connection, tenant, id))
        .map(ByteArrayInputStream::new)
        .orElseThrow(DeadLetterException.Unknown::new);
  }

  /// Those that were not sent again, after a sequence number.
  ///
  /// @param replay the upload that sends them again; what it leaves itself is not listed
  public List<DeadLetter> open(
      TenantId tenant, DeadLetterFilter filter, UUID replay, @Nullable Long after, int limit) {
    return run(connection -> letters.listOpen(connection, tenant, filter, replay, after, limit));
  }

  /// Remembers in which upload letters were sent again.
  public void markReplayed(TenantId tenant, List<UUID> ids, UUID upload) {
    run(
        connection -> {
          letters.markReplayed(connection, tenant, ids, upload);
          return true;
        });
  }

  private static Long keyOf(Cursor cursor) {
    try {
      return Long.valueOf(cursor.value(0));
    } catch (NumberFormatException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private <T> T run(Sql.Work<T> work) {
    try {
      return Sql.inTransaction(database, work);
    } catch (SQLException failure) {
      throw new DeadLetterException.Unavailable(failure);
    }
  }
}
