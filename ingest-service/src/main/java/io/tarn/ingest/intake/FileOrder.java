package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.upload.UploadFile;
import java.time.Instant;
import java.util.Set;

/// What is known of a file before it comes.
///
/// @param source where its upload comes from, in the sender's words
/// @param accounts the accounts that the tenant admits; empty for all
record FileOrder(
    UploadFile file,
    String source,
    String name,
    Target target,
    Set<String> accounts,
    Instant receivedAt) {
  FileOrder {
    accounts = Set.copyOf(accounts);
  }

  TenantId tenant() {
    return file.tenant();
  }
}
