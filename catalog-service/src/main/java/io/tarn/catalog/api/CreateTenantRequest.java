package io.tarn.catalog.api;

import io.tarn.catalog.provisioning.GivenBucket;
import io.tarn.catalog.tenant.NewTenant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant to be made.
///
/// @param slug a short name in addresses, which no other tenant has
/// @param name a name to show
/// @param homeAccount the account in the ARNs of its event data stores, 12 digits
/// @param accounts the AWS accounts whose events it may hold, 12 digits each; none, or absent,
///     admits all
/// @param delivery where its results go; only where the S3 endpoint is not Tarn's own
public record CreateTenantRequest(
    @NotNull @Pattern(regexp = SLUG, message = SLUG_RULE) String slug,
    @NotBlank @Size(max = 200) String name,
    @NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNT_RULE) String homeAccount,
    @Nullable @Size(max = 10_000)
        List<@NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNT_RULE) String> accounts,
    @Nullable @Valid Delivery delivery) {
  // Never of the form of a tenant id: addresses may name a tenant by either.
  static final String SLUG = "(?![0-9a-z]{26}$)(?!undone-)[a-z][a-z0-9-]{0,38}[a-z0-9]";
  static final String SLUG_RULE = "must be 2 to 40 lower-case letters, digits and hyphens";
  static final String ACCOUNT = "[0-9]{12}";
  static final String ACCOUNT_RULE = "must be 12 digits";

  /// A bucket and an identity that may use it, or just a prefix of it.
  ///
  /// @param bucket the name of the bucket
  /// @param prefix what the keys in it begin with: empty, or folders that each end in `/`
  /// @param accessKeyId the id of the identity's access key
  /// @param secretAccessKey the secret of the access key
  public record Delivery(
      @NotNull @Pattern(regexp = BUCKET, message = BUCKET_RULE) String bucket,
      @Nullable @Size(max = 512) @Pattern(regexp = PREFIX, message = PREFIX_RULE) String prefix,
      @NotBlank @Size(max = 128) String accessKeyId,
      @NotBlank @Size(max = 256) String secretAccessKey) {
    static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
    static final String BUCKET_RULE = "must be the name of a bucket";
    // No steps up or down: a place is compared as text.
    static final String PREFIX = "((?!\\.{1,2}/)[^/\\p{Cntrl}]+/)*";
    static final String PREFIX_RULE = "must be empty or folders that each end in /";

    GivenBucket given() {
      return new GivenBucket(bucket, prefix == null ? "" : prefix, accessKeyId, secretAccessKey);
    }

    @Override
    public String toString() {
      return "Delivery[" + bucket + "]";
    }
  }

  NewTenant tenant() {
    return new NewTenant(
        slug,
        name,
        homeAccount,
        accounts == null ? List.of() : accounts,
        delivery == null ? null : delivery.given());
  }
}
