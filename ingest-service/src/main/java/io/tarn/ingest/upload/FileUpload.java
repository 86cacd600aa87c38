package io.tarn.ingest.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a file takes from its upload.
///
/// @param source origin of the files, as the sender names it
/// @param store id of the store; null sends each event to the tenant's store of its kind
/// @param isDryRun dry run: parse and count, publish nothing
public record FileUpload(String source, @Nullable UUID store, boolean isDryRun) {}
