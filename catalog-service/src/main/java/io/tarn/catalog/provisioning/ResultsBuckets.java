package io.tarn.catalog.provisioning;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tarn.catalog.provisioning.ProvisioningException.Failed;
import io.tarn.catalog.provisioning.ProvisioningException.Unavailable;
import io.tarn.catalog.provisioning.ProvisioningException.UnusableBucket;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Each tenant's bucket for results. At Tarn's own endpoint bucket and identity follow from the
/// tenant's id; at another one they are given, and the secret is kept sealed.
@ApplicationScoped
public class ResultsBuckets {
  private static final String S3 = "The S3 endpoint";
  private static final String IN_USE = "is in use already";

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
    var others = QuarkusTransaction.requiringNew().call(() -> claim(row));
    if (given == null) {
      createBucket(row.bucket);
      checkDerived(bucketOf(row), others);
    } else {
      check.check(bucketOf(row), others);
    }
  }

  public Optional<ResultsBucket> find(TenantId tenant) {
    return QuarkusTransaction.requiringNew().call(() -> buckets.find(tenant)).map(this::bucketOf);
  }

  /// Lets go of the place, so that another tenant may be given it.
  public void release(TenantId tenant) {
    QuarkusTransaction.requiringNew().run(() -> buckets.deleteById(tenant.value()));
  }

  /// Removes a bucket that [#make] made, also where it came only half way. A given bucket stays
  /// as it is.
  public void drop(TenantId tenant) {
    deleteBucket(derivedRow(tenant).bucket);
  }

  /// Takes the place before it is tried, one at a time: of two tenants that are made at once, one
  /// sees the other.
  private List<ResultsBucket> claim(ResultsBucketEntity row) {
    buckets.lock();
    var rows = buckets.findOfOthers(new TenantId(row.tenantId));
    var others = rows.stream().map(this::bucketOf).toList();
    var own = bucketOf(row);
    if (clients.isOfServices(own.accessKeyId()) || others.stream().anyMatch(own::sharesIdentity)) {
      throw new UnusableBucket("accessKeyId", IN_USE);
    }
    if (others.stream().anyMatch(own::overlaps)) {
      throw new UnusableBucket(own.prefix().isEmpty() ? "bucket" : "prefix", IN_USE);
    }
    buckets.persist(row);
    return neighbours(row, rows).map(this::bucketOf).toList();
  }

  /// Whose places are tried. All derived places follow from one rule, so one of them tells for
  /// all others.
  private static Stream<ResultsBucketEntity> neighbours(
      ResultsBucketEntity own, List<ResultsBucketEntity> others) {
    if (own.secretAccessKey != null) {
      return others.stream();
    }
    return Stream.concat(
        others.stream().filter(other -> other.secretAccessKey != null),
        others.stream().filter(other -> other.secretAccessKey == null).limit(1));
  }

  /// An endpoint that is not Tarn's own knows no derived identity.
  private void checkDerived(ResultsBucket own, List<ResultsBucket> others) {
    try {
      check.check(own, others);
    } catch (UnusableBucket refused) {
      Log.warnf("a derived identity does not serve: %s %s", refused.field(), refused.fault());
      throw new UnusableBucket("", "must be given: the S3 endpoint is not Tarn's own");
    }
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
