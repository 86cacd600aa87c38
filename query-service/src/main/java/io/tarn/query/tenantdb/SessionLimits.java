package io.tarn.query.tenantdb;

import java.time.Duration;
import java.util.OptionalLong;

/// What one transaction under a tenant's login may use. Where nothing is said, the login's own
/// limits hold.
///
/// @param time after which the database stops a statement by itself
/// @param memoryBytes of each sort and each hash
/// @param temporaryBytes of files
public record SessionLimits(Duration time, OptionalLong memoryBytes, OptionalLong temporaryBytes) {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// No other limit than this.
  public static SessionLimits ofTime(Duration time) {
    return new SessionLimits(time, OptionalLong.empty(), OptionalLong.empty());
  }

  /// The same with these further ones.
  public SessionLimits and(long memory, long temporary) {
    return new SessionLimits(time, OptionalLong.of(memory), OptionalLong.of(temporary));
  }

  /// All statements of the transaction see the same events. The third setting ends a statement
  /// whose client is gone, which the database would not notice.
  String settings() {
    var settings = new StringBuilder("set transaction isolation level repeatable read;");
    set(settings, "statement_timeout", time.toMillis() + "ms");
    set(settings, "transaction_timeout", time.plus(GRACE).toMillis() + "ms");
    set(settings, "client_connection_check_interval", "1s");
    memoryBytes.ifPresent(bytes -> set(settings, "work_mem", kilobytes(bytes)));
    temporaryBytes.ifPresent(bytes -> set(settings, "temp_file_limit", kilobytes(bytes)));
    return settings.toString();
  }

  private static void set(StringBuilder settings, String name, String value) {
    settings.append("set local ").append(name).append(" = '").append(value).append("';");
  }

  private static String kilobytes(long bytes) {
    return bytes / 1024 + "kB";
  }
}
