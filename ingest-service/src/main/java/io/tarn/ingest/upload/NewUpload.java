package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload to be opened.
///
/// @param source its source, as the sender names it
/// @param store null where each event goes to the tenant's store of its kind
/// @param isSingle whether it ends with its one file
/// @param isDryRun dry run: parse and count, publish nothing
/// @param startedBy the sender's subject
public record NewUpload(
    TenantId tenant,
    UUID id,
    String source,
    @Nullable UUID store,
    boolean isSingle,
    boolean isDryRun,
    String startedBy) {}
