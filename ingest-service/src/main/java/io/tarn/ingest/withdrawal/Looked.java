package io.tarn.ingest.withdrawal;

import io.tarn.common.secret.MasterSecret;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What a preview has seen, as its token says it: `<snapshot>/<time>/<signature>`. Whoever confirms
/// shows with it from when on changes count.
///
/// @param snapshot PostgreSQL's text of it
/// @param at when the snapshot was taken
record Looked(String snapshot, Instant at) {
  private static final String PURPOSE = "withdrawal";
  private static final int PARTS = 3;

  /// What the connection's transaction sees.
  static Looked now(Connection connection) throws SQLException {
    return Sql.query(
            connection,
            "select pg_current_snapshot()::text, now()",
            row -> new Looked(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .getFirst();
  }

  /// @throws WithdrawalException.Outdated where the token is no preview's of this upload
  static Looked of(String token, Upload upload, MasterSecret secret) {
    var parts = token.split("/", -1);
    if (parts.length != PARTS || !isSame(signature(parts[0], parts[1], upload, secret), parts[2])) {
      throw new WithdrawalException.Outdated();
    }
    return new Looked(parts[0], Instant.parse(parts[1]));
  }

  String token(Upload upload, MasterSecret secret) {
    return String.join(
        "/", snapshot, at.toString(), signature(snapshot, at.toString(), upload, secret));
  }

  /// The transaction from which on some are not seen.
  String oldest() {
    return snapshot.split(":", 2)[0];
  }

  OffsetDateTime utc() {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static String signature(String snapshot, String at, Upload upload, MasterSecret secret) {
    var signed = String.join("/", upload.tenant().value(), upload.id().toString(), snapshot, at);
    return secret.derive(PURPOSE, signed);
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
