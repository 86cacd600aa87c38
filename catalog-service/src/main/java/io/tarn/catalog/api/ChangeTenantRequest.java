package io.tarn.catalog.api;

import io.tarn.catalog.tenant.TenantChange;
import io.tarn.catalog.tenant.TenantStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is to be changed; absent leaves it as it is. Slug, accounts and status are for
/// platform-admins.
///
/// @param slug the new short name in addresses
/// @param name the new name to show
/// @param accounts the AWS accounts whose events it may hold, 12 digits each; an empty list admits
///     all
/// @param status whether its people and programs are admitted
public record ChangeTenantRequest(
    @Nullable @Pattern(regexp = CreateTenantRequest.SLUG, message = CreateTenantRequest.SLUG_RULE)
        String slug,
    @Nullable @Size(min = 1, max = 200) String name,
    @Nullable @Size(max = 10_000)
        List<
                @NotNull
                @Pattern(
                    regexp = CreateTenantRequest.ACCOUNT,
                    message = CreateTenantRequest.ACCOUNT_RULE)
                String>
            accounts,
    @Nullable @Pattern(regexp = STATUSES) String status) {

  /// The states that a tenant can be seen in.
  static final String STATUSES = "active|suspended|closing";

  boolean needsPlatformAdmin() {
    return slug != null || accounts != null || status != null;
  }

  TenantChange change() {
    var wanted = status == null ? null : TenantStatus.valueOf(status.toUpperCase(Locale.ROOT));
    return new TenantChange(slug, name, accounts, wanted);
  }
}
