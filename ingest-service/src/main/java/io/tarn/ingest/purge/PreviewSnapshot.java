package io.tarn.ingest.purge;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.upload.Upload;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What a preview has seen, as its sealed token says it: a snapshot tells of all tenants' activity,
/// and is for no client to read. Whoever confirms shows with it from when on changes count.
///
/// @param snapshot PostgreSQL's text of it
/// @param at when the snapshot was made
record PreviewSnapshot(String snapshot, Instant at) {
  private static final String PURPOSE = "purge";

  /// What the connection's transaction sees.
  static PreviewSnapshot now(Connection connection) throws SQLException {
    return Sql.of("select pg_current_snapshot()::text as snapshot, now() as at")
        .one(connection, row -> new PreviewSnapshot(row.text("snapshot"), row.instant("at")));
  }

  /// What opens and seals tokens.
  static SecretBox box(MasterSecret secret) {
    return new SecretBox(secret, PURPOSE);
  }

  /// @throws PurgeException.Outdated where the token is no preview's of this upload
  static PreviewSnapshot of(String token, Upload upload, SecretBox box) {
    var opened = box.openText(token, place(upload));
    if (opened == null) {
      throw new PurgeException.Outdated();
    }
    var parts = opened.split("/", 2);
    return new PreviewSnapshot(parts[0], Instant.parse(parts[1]));
  }

  String token(Upload upload, SecretBox box) {
    return box.sealText(snapshot + "/" + at, place(upload));
  }

  private static String place(Upload upload) {
    return upload.tenant().value() + "/" + upload.id();
  }

  /// The transaction from which on some are not seen.
  String oldest() {
    return snapshot.split(":", 2)[0];
  }

  OffsetDateTime utc() {
    return at.atOffset(ZoneOffset.UTC);
  }
}
