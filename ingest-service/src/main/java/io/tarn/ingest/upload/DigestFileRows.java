package io.tarn.ingest.upload;

import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/// Stores digest files, each once a tenant, with the uploads that contain it. Within a transaction
/// of the caller.
@ApplicationScoped
class DigestFileRows {
  void insert(Connection connection, FileId file, List<DigestFile> digests) throws SQLException {
    for (var digest : digests) {
      Sql.of(
              """
              insert into ingest.digest_files as d
                  (tenant_id, sha256, object_key, bytes, uploads, received_at)
              values (?, sha256(?), ?, ?, array[?::uuid], ?)
              on conflict (tenant_id, sha256) do update set uploads = d.uploads || excluded.uploads
              where not d.uploads @> excluded.uploads""")
          .with(
              file.tenant(),
              digest.bytes(),
              digest.objectKey(),
              digest.bytes(),
              file.upload(),
              digest.receivedAt().atOffset(ZoneOffset.UTC))
          .execute(connection);
    }
  }
}
