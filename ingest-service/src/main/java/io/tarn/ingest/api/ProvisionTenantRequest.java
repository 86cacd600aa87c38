package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant admits.
///
/// @param accounts the AWS accounts whose events it may hold; none given admits all
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProvisionTenantRequest(
    @Nullable List<@Pattern(regexp = "\\d{12}", message = "must be 12 digits") String> accounts) {
  public ProvisionTenantRequest {
    accounts = accounts == null ? List.of() : List.copyOf(accounts);
  }
}
