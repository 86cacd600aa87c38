package io.tarn.catalog.provisioning;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException.Unavailable;
import io.tarn.catalog.provisioning.ProvisioningException.UnusableBucket;
import io.tarn.common.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Tries a tenant's identity at the real endpoint: it must write, read, list and delete in its
/// own place, and must be refused in the place of every other tenant.
@ApplicationScoped
class BucketCheck {
  private static final String PROBE = "tarn-check-";

  private final S3Clients clients;

  BucketCheck(S3Clients clients) {
    this.clients = clients;
  }

  /// @throws ProvisioningException where one of these does not hold
  void check(ResultsBucket own, List<ResultsBucket> others) {
    try (var client = clients.of(own.accessKeyId(), own.secretAccessKey())) {
      use(client, own);
      for (var other : others) {
        refuseReach(client, own, other);
      }
    }
  }

  private static void use(S3Client client, ResultsBucket own) {
    var key = own.prefix() + PROBE + Ids.uuid();
    try {
      client.putObject(put -> put.bucket(own.bucket()).key(key), RequestBody.fromString("check"));
      client.getObjectAsBytes(get -> get.bucket(own.bucket()).key(key));
      client.listObjectsV2(list -> list.bucket(own.bucket()).prefix(key).maxKeys(1));
      client.deleteObject(delete -> delete.bucket(own.bucket()).key(key));
    } catch (SdkClientException unreachable) {
      Log.errorf("the S3 endpoint cannot be used: %s", unreachable.getMessage());
      throw new Unavailable("The S3 endpoint");
    } catch (SdkException refused) {
      Log.debugf("a tenant's identity is refused in its own bucket: %s", refused.getMessage());
      throw new UnusableBucket("The identity cannot write, read, list and delete in its bucket.");
    }
  }

  private static void refuseReach(S3Client client, ResultsBucket own, ResultsBucket other) {
    if (own.overlaps(other) || own.accessKeyId().equals(other.accessKeyId())) {
      throw new UnusableBucket("The bucket, its prefix or the identity is in use already.");
    }
    var key = other.prefix() + PROBE + Ids.uuid();
    if (lists(client, other) || writes(client, other, key)) {
      throw new UnusableBucket("The identity reaches further than its own place.");
    }
  }

  private static boolean lists(S3Client client, ResultsBucket other) {
    try {
      client.listObjectsV2(list -> list.bucket(other.bucket()).prefix(other.prefix()).maxKeys(1));
      return true;
    } catch (SdkException refused) {
      return false;
    }
  }

  private static boolean writes(S3Client client, ResultsBucket other, String key) {
    try {
      client.putObject(put -> put.bucket(other.bucket()).key(key), RequestBody.fromString(""));
      client.deleteObject(delete -> delete.bucket(other.bucket()).key(key));
      return true;
    } catch (SdkException refused) {
      return false;
    }
  }
}
