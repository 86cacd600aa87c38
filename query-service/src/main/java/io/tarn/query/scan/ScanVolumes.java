package io.tarn.query.scan;

import io.quarkus.logging.Log;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.TimeRange;
import io.tarn.sql.Translation;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds up what the writers have counted by store and day, under the tenant's login. In the
/// transaction of the statement both see the same events, so the sum is exact.
public final class ScanVolumes {
  private static final String SUM =
      """
      select coalesce(sum(events), 0)::bigint, coalesce(sum(bytes), 0)::bigint,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      from event_days
      where store_id = any (?) and day >= ? and day <= ?""";
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final String NO_SUCH_TABLE = "42P01";

  private ScanVolumes() {}

  /// Empty where nobody has counted: the tenant was made before there were counts.
  public static Optional<ScanVolume> of(Connection connection, Translation statement)
      throws SQLException {
    var before = connection.setSavepoint();
    try (var sum = connection.prepareStatement(SUM)) {
      bind(sum, connection, statement);
      try (var row = sum.executeQuery()) {
        return volume(row);
      }
    } catch (SQLException failure) {
      return nothingCounted(connection, before, failure);
    }
  }

  private static void bind(PreparedStatement sum, Connection connection, Translation statement)
      throws SQLException {
    var stores = statement.stores().stream().map(EventDataStore::id).toArray();
    var range = statement.timeRange();
    sum.setArray(1, connection.createArrayOf("uuid", stores));
    sum.setDate(2, Date.valueOf(from(range)));
    sum.setDate(3, Date.valueOf(to(range)));
  }

  private static Optional<ScanVolume> volume(ResultSet row) throws SQLException {
    return row.next()
        ? Optional.of(new ScanVolume(row.getLong(1), row.getLong(2), row.getLong(3)))
        : Optional.empty();
  }

  private static Optional<ScanVolume> nothingCounted(
      Connection connection, @Nullable Savepoint before, SQLException failure) throws SQLException {
    if (!NO_SUCH_TABLE.equals(failure.getSQLState())) {
      throw failure;
    }
    Log.debug("nothing is counted for this tenant");
    connection.rollback(before);
    return Optional.empty();
  }

  private static LocalDate from(TimeRange range) {
    return range.from().map(LocalDateTime::toLocalDate).filter(FIRST::isBefore).orElse(FIRST);
  }

  private static LocalDate to(TimeRange range) {
    return range.to().map(LocalDateTime::toLocalDate).filter(LAST::isAfter).orElse(LAST);
  }
}
