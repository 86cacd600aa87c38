package io.tarn.catalog.api;

import io.tarn.catalog.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tenant as the API shows it.
///
/// @param id the id of the tenant, which never changes
/// @param slug its short name in addresses
/// @param name its name to show
/// @param homeAccount the account in the ARNs of its event data stores, 12 digits
/// @param accounts the AWS accounts whose events it may hold; an empty list admits all
/// @param status whether its people and programs are admitted
/// @param createdAt when it was made
public record TenantResponse(
    String id,
    String slug,
    String name,
    String homeAccount,
    List<String> accounts,
    @Schema(pattern = ChangeTenantRequest.STATUSES) String status,
    Instant createdAt) {
  public TenantResponse {
    accounts = List.copyOf(accounts);
  }

  static TenantResponse of(Tenant tenant) {
    return new TenantResponse(
        tenant.id().value(),
        tenant.slug(),
        tenant.name(),
        tenant.homeAccount(),
        tenant.accounts(),
        tenant.status().wireName(),
        tenant.createdAt());
  }
}
