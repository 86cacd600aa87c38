package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import java.util.UUID;

/// One file of an upload.
///
/// @param number counted from 1 in the order in which files began; a file that failed and is sent
///     again has another number
public record FileId(TenantId tenant, UUID upload, int number) {}
