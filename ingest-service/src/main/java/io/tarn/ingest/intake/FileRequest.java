package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.FileId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Everything that reading one file needs.
///
/// @param source source of its upload, as the sender names it
/// @param admissions admission rules of each of the tenant's stores
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

  /// Admission rules of the store.
  Admission admissionOf(Store store) {
    return admissions.getOrDefault(store.id(), Admission.ALL);
  }

  TenantId tenant() {
    return file.tenant();
  }
}
