package io.tarn.scheduler.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The name of an approval.
///
/// @param system the system that it comes from
/// @param id its name there
public record ApprovalReference(
    @NotNull @NotBlank @Size(max = 40) String system,
    @NotNull @NotBlank @Size(max = 200) String id) {

  static @Nullable ApprovalReference of(@Nullable String system, @Nullable String id) {
    return system == null || id == null ? null : new ApprovalReference(system, id);
  }
}
