package io.tarn.s3;

import io.tarn.common.secret.MasterSecret;
import java.util.regex.Pattern;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/// Identities of the endpoint. None is stored: their secrets are derived from the master
/// secret, the services' from the name `services`, a tenant's from its id.
final class Identities implements BlobStoreLocator {
  static final String SERVICES = "tarn-services";
  private static final Pattern TENANT = Pattern.compile("t-([0-9a-z]{26})");

  private final BlobStore store;
  private final MasterSecret secret;

  Identities(BlobStore store, MasterSecret secret) {
    this.store = store;
    this.secret = secret;
  }

  /// Null, which the endpoint answers with 403, for an unknown access key.
  @Override
  public @Nullable AccessGrant locateBlobStore(
      @Nullable String accessKey, @Nullable String bucket, @Nullable String key) {
    if (accessKey == null) {
      return null;
    }
    if (accessKey.equals(SERVICES)) {
      return new AccessGrant(secretOf(SERVICES), store);
    }
    var tenant = TENANT.matcher(accessKey);
    return tenant.matches()
        ? new AccessGrant(secretOf(accessKey), OneBucket.of(store, bucketOf(tenant.group(1))))
        : null;
  }

  String secretOf(String accessKey) {
    var tenant = TENANT.matcher(accessKey);
    return secret.derive("s3-identity", tenant.matches() ? tenant.group(1) : "services");
  }

  static String bucketOf(String tenantId) {
    return "tarn-results-" + tenantId;
  }
}
