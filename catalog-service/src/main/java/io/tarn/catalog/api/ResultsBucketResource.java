package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.provisioning.ResultsBucket;
import io.tarn.catalog.provisioning.ResultsBuckets;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;

/// The tenant's bucket for results and the identity that may use it.
@Path("/v1/tenants/{tenant}/results-bucket")
@RunOnVirtualThread
public class ResultsBucketResource {
  private final ResultsBuckets buckets;
  private final CurrentTenant tenant;

  /// A bucket for results, and an identity that may use it.
  ///
  /// @param endpoint the address of the S3 endpoint
  /// @param region its region
  /// @param bucket the name of the bucket
  /// @param prefix what the keys in it begin with; empty, or with `/` at its end
  /// @param accessKeyId the id of the identity's access key
  /// @param secretAccessKey the secret of the access key
  public record ResultsBucketResponse(
      URI endpoint,
      String region,
      String bucket,
      String prefix,
      String accessKeyId,
      String secretAccessKey) {
    static ResultsBucketResponse of(ResultsBucket bucket) {
      return new ResultsBucketResponse(
          bucket.endpoint(),
          bucket.region(),
          bucket.bucket(),
          bucket.prefix(),
          bucket.accessKeyId(),
          bucket.secretAccessKey());
    }

    @Override
    public String toString() {
      return "ResultsBucketResponse[" + bucket + "]";
    }
  }

  ResultsBucketResource(ResultsBuckets buckets, CurrentTenant tenant) {
    this.buckets = buckets;
    this.tenant = tenant;
  }

  /// Read the tenant's bucket for results, and the identity that may use it.
  @GET
  @RolesAllowed(Permission.DELIVERY_READ)
  public ResultsBucketResponse read() {
    var bucket = buckets.find(tenant.id()).orElseThrow(ProblemException::notFound);
    return ResultsBucketResponse.of(bucket);
  }
}
