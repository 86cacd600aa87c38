package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/// What a sender says of an upload.
///
/// @param store a store's uuid, ARN, name or `default`; null sends each event to the tenant's store
///     of its kind
/// @param source where it comes from, in the sender's words
/// @param isDryRun whether only to say what it would bring
/// @param sender the subject of who sends
public record UploadRequest(
    TenantId tenant, @Nullable String store, String source, boolean isDryRun, String sender) {}
