package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.api.ResultsBucketResource.ResultsBucketResponse;
import io.tarn.catalog.grant.EdgeKeys;
import io.tarn.catalog.provisioning.ResultsBuckets;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/// Where results of a tenant are delivered. Never routed by the edge; scheduler-service asks here
/// with its key.
@Path("/internal/delivery-places")
@RunOnVirtualThread
public class DeliveryPlaceResource {
  private final TenantService tenants;
  private final ResultsBuckets buckets;
  private final EdgeKeys keys;

  DeliveryPlaceResource(TenantService tenants, ResultsBuckets buckets, EdgeKeys keys) {
    this.tenants = tenants;
    this.buckets = buckets;
    this.keys = keys;
  }

  /// Whose place is asked for. A scheduler of a later release may say more than is known here.
  ///
  /// @param tenant the id of the tenant
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DeliveryPlaceRequest(@NotNull @Pattern(regexp = "[0-9a-z]{26}") String tenant) {}

  /// Where results of a tenant are delivered.
  ///
  /// @param slug the name of the tenant in addresses
  /// @param homeAccount the account in the keys of its results
  /// @param bucket the tenant's own bucket
  public record DeliveryPlaceResponse(
      String slug, String homeAccount, ResultsBucketResponse bucket) {}

  /// Read where results of a tenant are delivered, with the identity that may write there.
  ///
  /// @param key the scheduler's own key, which is derived from the master secret
  @POST
  @PermitAll
  public DeliveryPlaceResponse read(
      @HeaderParam("Tarn-Edge-Key") @Nullable String key,
      @Valid @NotNull DeliveryPlaceRequest request) {
    keys.requireScheduler(key);
    var id = new TenantId(request.tenant());
    var tenant = tenants.find(id);
    var bucket = buckets.find(id).orElseThrow(ProblemException::notFound);
    return new DeliveryPlaceResponse(
        tenant.slug(), tenant.homeAccount(), ResultsBucketResponse.of(bucket));
  }
}
