package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row that a query stands at, read by the names of its columns. Columns that may be null are
/// read with the methods that say so.
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /// Of the column `tenant_id`.
  public TenantId tenant() throws SQLException {
    return new TenantId(text("tenant_id"));
  }

  public String text(String column) throws SQLException {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return results.getString(column);
  }

  /// Zero for null.
  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  /// Zero for null.
  public int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  /// False for null.
  public boolean is(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public UUID uuid(String column) throws SQLException {
    return get(column, UUID.class);
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return getOrNull(column, UUID.class);
  }

  public String[] texts(String column) throws SQLException {
    return (String[]) results.getArray(column).getArray();
  }

  public byte[] bytes(String column) throws SQLException {
    return Objects.requireNonNull(results.getBytes(column), column);
  }

  /// Of a column with time zone.
  public Instant instant(String column) throws SQLException {
    return get(column, OffsetDateTime.class).toInstant();
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    var time = getOrNull(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// Of a column without time zone, all of which are in UTC.
  public Instant utc(String column) throws SQLException {
    return time(column).toInstant(ZoneOffset.UTC);
  }

  public @Nullable Instant utcOrNull(String column) throws SQLException {
    var time = getOrNull(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  /// A column without time zone as it is.
  public LocalDateTime time(String column) throws SQLException {
    return get(column, LocalDateTime.class);
  }

  public LocalDate day(String column) throws SQLException {
    return get(column, LocalDate.class);
  }

  /// A column of any other type that the driver makes this class of.
  public <T> T get(String column, Class<T> type) throws SQLException {
    return Objects.requireNonNull(getOrNull(column, type), column);
  }

  public <T> @Nullable T getOrNull(String column, Class<T> type) throws SQLException {
    return results.getObject(column, type);
  }
}
