package io.tarn.scheduler.destination;

import io.tarn.common.tenant.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// A place beside the tenant's own bucket. Its secret is not told.
///
/// @param name what people call it; no other destination of the tenant has the name
public record Destination(
    TenantId tenant,
    UUID id,
    String name,
    Place place,
    Access access,
    Instant createdAt,
    Instant changedAt) {

  /// A bucket.
  ///
  /// @param prefix what keys begin with; empty, or with `/` at its end
  public record Place(String bucket, String prefix, URI endpoint, String region) {}

  /// By what it is written to.
  public sealed interface Access {}

  /// By an access key of the bucket's owner.
  public record StaticKey(String accessKeyId) implements Access {}

  /// By a role that this installation assumes.
  public record AssumedRole(String roleArn) implements Access {}
}
