package io.tarn.scheduler.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// A meter that is to be.
///
/// @param id the word by which rates name it: small letters, digits and `-`; cannot be changed
/// @param meter what it counts
public record CreateMeterRequest(
    @NotNull
        @Pattern(
            regexp = "[a-z][a-z0-9-]{0,62}",
            message = "must be 1 to 63 small letters, digits and -, and begin with a letter")
        String id,
    @NotNull @Valid SaveMeterRequest meter) {}
