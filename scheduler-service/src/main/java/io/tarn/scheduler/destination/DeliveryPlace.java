package io.tarn.scheduler.destination;

import java.net.URI;

/// Where results of a tenant are delivered by default.
///
/// @param slug the tenant's name in addresses
/// @param homeAccount the account in the keys of the tenant's results
public record DeliveryPlace(String slug, String homeAccount, OwnBucket bucket) {

  /// A tenant's own bucket, with the identity that may use it.
  ///
  /// @param prefix what keys begin with; empty, or with `/` at its end
  public record OwnBucket(
      URI endpoint,
      String region,
      String bucket,
      String prefix,
      String accessKeyId,
      String secretAccessKey) {
    @Override
    public String toString() {
      return "OwnBucket[" + bucket + "]";
    }
  }
}
