package io.tarn.query.api;

import io.tarn.service.request.MayHoldNul;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A statement to be run, or only looked at.
///
/// @param statement a SELECT of CloudTrail Lake's SQL, of at most 100,000 characters
public record SubmitQueryRequest(@NotBlank @Size(max = LONGEST) @MayHoldNul String statement) {
  private static final int LONGEST = 100_000;
}
