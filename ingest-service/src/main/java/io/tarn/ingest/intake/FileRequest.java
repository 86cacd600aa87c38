package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.FileId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What is known of a file before it comes.
///
/// @param source where its upload comes from, in the sender's words
/// @param admissions what each of the tenant's stores takes in
/// @param accounts the accounts that the tenant admits; empty for all
record FileRequest(
    FileId file,
    String source,
    String name,
    Destination target,
    Map<UUID, Admission> admissions,
    Set<String> accounts,
    Instant receivedAt) {
  FileRequest {
    admissions = Map.copyOf(admissions);
    accounts = Set.copyOf(accounts);
  }

  /// What the store takes in.
  Admission admissionOf(Store store) {
    return admissions.getOrDefault(store.id(), Admission.ALL);
  }

  TenantId tenant() {
    return file.tenant();
  }
}
