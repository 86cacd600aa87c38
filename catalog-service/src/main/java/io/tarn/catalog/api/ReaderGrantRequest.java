package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// A grant by which the scheduler reads in its own name. A scheduler of a later release may say
/// more than is known here.
///
/// @param tenant the id of the tenant
/// @param purpose what is read for, for the tenant's access records
/// @param requestId the id of what needs the grant
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReaderGrantRequest(
    @NotNull @Pattern(regexp = "[0-9a-z]{26}") String tenant,
    @NotNull @Pattern(regexp = "change-ledger|chargeback") String purpose,
    @NotBlank @Size(max = 200) String requestId) {}
