package io.tarn.catalog.provisioning;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException.Failed;
import io.tarn.catalog.provisioning.ProvisioningException.Unavailable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What an identity can do at the endpoint, found out by doing it. Null is success; only a clear
/// refusal counts as one, so that an outage is never taken for a wall.
final class TriedIdentity {
  private static final String S3 = "The S3 endpoint";
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

  private final S3Client client;

  TriedIdentity(S3Client client) {
    this.client = client;
  }

  /// Without content: an endpoint that refuses does not read on, and the connection would break.
  @Nullable Refused write(String bucket, String key) {
    return attempt(() -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.empty()));
  }

  @Nullable Refused read(String bucket, String key) {
    return attempt(() -> client.getObjectAsBytes(get -> get.bucket(bucket).key(key)));
  }

  @Nullable Refused list(String bucket, String prefix) {
    return attempt(
        () -> client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(1)));
  }

  @Nullable Refused delete(String bucket, String key) {
    return attempt(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
  }

  /// Writes where nothing should be written, and takes it away again.
  boolean marks(String bucket, String key) {
    if (write(bucket, key) != null) {
      return false;
    }
    if (delete(bucket, key) != null) {
      Log.warnf("the trial object %s stays in bucket %s", key, bucket);
    }
    return true;
  }

  private static @Nullable Refused attempt(Runnable deed) {
    try {
      deed.run();
      return null;
    } catch (S3Exception answer) {
      if (!REFUSALS.contains(answer.statusCode())) {
        Log.errorf("the S3 endpoint answers %d to a trial", answer.statusCode());
        throw new Failed(S3);
      }
      return Refused.of(answer);
    } catch (SdkException unreachable) {
      Log.errorf("the S3 endpoint cannot be used: %s", unreachable.getMessage());
      throw new Unavailable(S3);
    }
  }
}
