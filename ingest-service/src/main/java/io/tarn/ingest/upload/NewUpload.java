package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload to be opened.
///
/// @param source where it comes from, in the sender's words
/// @param store null where each event goes to the tenant's store of its kind
/// @param isSingle whether it ends with its one file
/// @param isDryRun whether it only says what it would bring
/// @param startedBy the subject of who sends
public record NewUpload(
    TenantId tenant,
    UUID id,
    String source,
    @Nullable UUID store,
    boolean isSingle,
    boolean isDryRun,
    String startedBy) {}
