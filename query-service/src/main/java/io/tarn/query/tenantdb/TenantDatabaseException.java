package io.tarn.query.tenantdb;

import org.jspecify.annotations.Nullable;

/// A tenant's data cannot be reached at the moment. Its message is for the log, not for users.
public final class TenantDatabaseException extends RuntimeException {
  TenantDatabaseException(String message) {
    super(message);
  }

  public TenantDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
