package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tarn.catalog.grant.AbsentPurpose;
import io.tarn.service.gate.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A grant in the name of the owner of a schedule or an export. A scheduler of a later release may
/// say more than is known here.
///
/// @param tenant the id of the tenant
/// @param owner whose schedule or export it is
/// @param purpose what the grant is needed for; absent is a schedule
/// @param requestId the id of what needs the grant
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduledGrantRequest(
    @NotNull @Pattern(regexp = "[0-9a-z]{26}") String tenant,
    @NotNull @Valid Owner owner,
    @Nullable AbsentPurpose purpose,
    @NotBlank @Size(max = 100) String requestId) {

  /// The owner of a schedule or an export.
  ///
  /// @param issuer the issuer of the identity provider that knows them
  /// @param subject who they are there
  /// @param name a name to show
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Owner(@NotBlank String issuer, @NotBlank String subject, @NotNull String name) {
    Actor actor() {
      return new Actor(issuer, subject, name);
    }
  }
}
