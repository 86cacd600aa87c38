package io.tarn.ingest.upload;

import org.jspecify.annotations.Nullable;

/// An AWS account whose events an upload holds.
///
/// @param organisation as the files' names tell it
/// @param isAdmitted whether the tenant admitted all of its events
/// @param isKnown whether an earlier upload of the tenant holds events of it
/// @param isForeign whether another tenant holds it: has events of it, or admits it by name. Never
///     to be shown to a tenant's own people
/// @param events how many events of it were found
public record UploadAccount(
    String id,
    @Nullable String organisation,
    boolean isAdmitted,
    boolean isKnown,
    boolean isForeign,
    long events) {}
