package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/// Request to open an upload.
///
/// @param store a store's uuid, ARN, name or `default`; null sends each event to the tenant's store
///     of its kind
/// @param source its source, as the sender names it
/// @param isDryRun dry run: parse and count, publish nothing
/// @param sender the sender's subject
public record UploadRequest(
    TenantId tenant, @Nullable String store, String source, boolean isDryRun, String sender) {}
