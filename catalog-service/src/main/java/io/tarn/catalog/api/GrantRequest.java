package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tarn.catalog.grant.AccessRequest;
import io.tarn.catalog.grant.WebhookRequest;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A grant in somebody's name. An edge of a later release may say more than is known here.
///
/// @param credential what the caller showed at the edge
/// @param tenant the id or slug of the tenant; absent outside of tenants
/// @param audience the service that the grant is for
/// @param purpose what the grant is for, for the access records
/// @param requestId the id of the request that needs the grant
@JsonIgnoreProperties(ignoreUnknown = true)
public record GrantRequest(
    @NotNull @Valid Credential credential,
    @Nullable @Size(max = 200) String tenant,
    @NotNull @Pattern(regexp = AUDIENCES) String audience,
    @NotBlank @Size(max = 100) String purpose,
    @NotBlank @Size(max = 100) String requestId) {
  private static final String AUDIENCES =
      "ingest-service|query-service|catalog-service|scheduler-service";

  /// What the caller showed at the edge.
  ///
  /// @param type the kind of credential: oidc, or webhook for a request that is signed and shows
  ///     no token
  /// @param token the token itself; absent for webhook
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Credential(
      @NotNull @Pattern(regexp = "oidc|webhook") String type, @Nullable String token) {
    private String shown() {
      if (token == null || token.isBlank()) {
        throw ProblemException.invalid("credential.token", "must not be blank");
      }
      return token;
    }

    @Override
    public String toString() {
      return "Credential[hidden]";
    }
  }

  /// Whether it is for a webhook. Not a property of it.
  static boolean isWebhook(GrantRequest request) {
    return request.credential.type.equals("webhook");
  }

  AccessRequest request() {
    return new AccessRequest(credential.shown(), tenant, audience, purpose, requestId);
  }

  WebhookRequest webhook() {
    if (tenant == null) {
      throw ProblemException.invalid("tenant", "must be given for a webhook");
    }
    if (!audience.equals(WebhookRequest.AUDIENCE)) {
      throw ProblemException.invalid("audience", "takes no webhooks");
    }
    return new WebhookRequest(tenant, requestId);
  }
}
