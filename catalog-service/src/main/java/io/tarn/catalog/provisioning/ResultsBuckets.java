package io.tarn.catalog.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tarn.catalog.provisioning.ProvisioningException.Failed;
import io.tarn.catalog.provisioning.ProvisioningException.Unavailable;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Each tenant's bucket for results. At Tarn's own endpoint bucket and identity follow from the
/// tenant's id; at another one they are given, and the secret is kept sealed.
@ApplicationScoped
public class ResultsBuckets {
  private static final String S3 = "The S3 endpoint";

  private final ResultsBucketRepository buckets;
  private final S3Clients clients;
  private final BucketCheck check;
  private final MasterSecret secret;
  private final SecretBox box;

  ResultsBuckets(
      ResultsBucketRepository buckets, S3Clients clients, BucketCheck check, MasterSecret secret) {
    this.buckets = buckets;
    this.clients = clients;
    this.check = check;
    this.secret = secret;
    this.box = new SecretBox(secret, "results-buckets");
  }

  /// Makes the bucket, or takes the given one, and tries the tenant's identity on it.
  public void make(TenantId tenant, @Nullable GivenBucket given) {
    var row = given == null ? derivedRow(tenant) : givenRow(tenant, given);
    if (given == null) {
      createBucket(row.bucket);
    }
    check.check(bucketOf(row), others(tenant));
    QuarkusTransaction.requiringNew().run(() -> buckets.persist(row));
  }

  public Optional<ResultsBucket> find(TenantId tenant) {
    return QuarkusTransaction.requiringNew().call(() -> buckets.find(tenant)).map(this::bucketOf);
  }

  /// Undoes [#make]; also where only a part of it was done. A given bucket stays as it is.
  public void drop(TenantId tenant) {
    deleteBucket(derivedRow(tenant).bucket);
    QuarkusTransaction.requiringNew().run(() -> buckets.deleteById(tenant.value()));
  }

  private List<ResultsBucket> others(TenantId tenant) {
    return QuarkusTransaction.requiringNew().call(() -> buckets.findOfOthers(tenant)).stream()
        .map(this::bucketOf)
        .toList();
  }

  private static ResultsBucketEntity derivedRow(TenantId tenant) {
    return row(tenant, "tarn-results-" + tenant, "", "t-" + tenant);
  }

  private ResultsBucketEntity givenRow(TenantId tenant, GivenBucket given) {
    var row = row(tenant, given.bucket(), given.prefix(), given.accessKeyId());
    var plain = given.secretAccessKey().getBytes(StandardCharsets.UTF_8);
    row.secretAccessKey = box.seal(plain, tenant.value());
    return row;
  }

  private static ResultsBucketEntity row(
      TenantId tenant, String bucket, String prefix, String accessKeyId) {
    var row = new ResultsBucketEntity();
    row.tenantId = tenant.value();
    row.bucket = bucket;
    row.prefix = prefix;
    row.accessKeyId = accessKeyId;
    return row;
  }

  private ResultsBucket bucketOf(ResultsBucketEntity row) {
    var sealed = row.secretAccessKey;
    var secretAccessKey =
        sealed == null
            ? secret.derive("s3-identity", row.tenantId)
            : new String(box.open(sealed, row.tenantId), StandardCharsets.UTF_8);
    return new ResultsBucket(
        clients.endpoint(),
        clients.region(),
        row.bucket,
        row.prefix,
        row.accessKeyId,
        secretAccessKey);
  }

  private void createBucket(String bucket) {
    try (var client = clients.ofServices()) {
      client.createBucket(create -> create.bucket(bucket));
    } catch (SdkException failure) {
      throw reasonOf(failure);
    }
  }

  /// Also where there is no such bucket, or, at a foreign endpoint, none of ours.
  private void deleteBucket(String bucket) {
    try (var client = clients.ofServices()) {
      client.deleteBucket(delete -> delete.bucket(bucket));
    } catch (S3Exception answer) {
      if (answer.statusCode() != 404 && answer.statusCode() != 403) {
        throw reasonOf(answer);
      }
    } catch (SdkException failure) {
      throw reasonOf(failure);
    }
  }

  private static ProvisioningException reasonOf(SdkException failure) {
    return failure instanceof SdkClientException ? new Unavailable(S3) : new Failed(S3);
  }
}
