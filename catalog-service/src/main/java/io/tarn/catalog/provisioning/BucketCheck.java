package io.tarn.catalog.provisioning;

import io.tarn.catalog.provisioning.ProvisioningException.UnusableBucket;
import io.tarn.common.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tries a tenant's identity at the real endpoint: it must write, read, list and delete in its
/// own place and be refused everywhere else, and no other tenant's identity may come in.
@ApplicationScoped
class BucketCheck {
  private static final String PROBE = "tarn-check-";
  private static final String TOO_FAR = "belongs to an identity that reaches more than its place";

  private final S3Clients clients;

  BucketCheck(S3Clients clients) {
    this.clients = clients;
  }

  /// Nothing that it makes for the trial stays behind.
  ///
  /// @throws ProvisioningException where one of these does not hold
  void check(ResultsBucket own, List<ResultsBucket> others) {
    try (var client = clients.of(own.accessKeyId(), own.secretAccessKey())) {
      var identity = new TriedIdentity(client);
      use(identity, own);
      stayInside(identity, own);
      for (var other : others) {
        holdApart(identity, own, other);
      }
    }
  }

  private static void use(TriedIdentity identity, ResultsBucket own) {
    var key = probeIn(own);
    need(identity.write(own.bucket(), key), own, "write");
    var read = identity.read(own.bucket(), key);
    var listed = identity.list(own.bucket(), key);
    need(identity.delete(own.bucket(), key), own, "delete");
    need(read, own, "read");
    need(listed, own, "list");
  }

  private static void need(@Nullable Refused refused, ResultsBucket own, String deed) {
    if (refused != null) {
      throw refused.asFaultOf(own, deed);
    }
  }

  /// An identity for a prefix has nothing to do beside it.
  private static void stayInside(TriedIdentity identity, ResultsBucket own) {
    if (own.prefix().isEmpty()) {
      return;
    }
    var outside = PROBE + Ids.uuid();
    if (identity.list(own.bucket(), "") == null || identity.marks(own.bucket(), outside)) {
      throw new UnusableBucket("accessKeyId", TOO_FAR);
    }
  }

  private void holdApart(TriedIdentity identity, ResultsBucket own, ResultsBucket other) {
    try (var client = clients.of(other.accessKeyId(), other.secretAccessKey())) {
      var neighbour = new TriedIdentity(client);
      if (reaches(identity, neighbour, other)) {
        throw new UnusableBucket("accessKeyId", TOO_FAR);
      }
      if (reaches(neighbour, identity, own)) {
        throw new UnusableBucket(own.prefix().isEmpty() ? "bucket" : "prefix", "is not apart");
      }
    }
  }

  /// Whether somebody can do anything to what its owner puts into its place. Where the owner's
  /// own identity has ceased to work, there is nothing to read, and the rest is tried.
  private static boolean reaches(TriedIdentity somebody, TriedIdentity owner, ResultsBucket place) {
    var key = probeIn(place);
    try {
      var isThere = owner.write(place.bucket(), key) == null;
      return somebody.list(place.bucket(), place.prefix()) == null
          || somebody.marks(place.bucket(), probeIn(place))
          || (isThere && somebody.read(place.bucket(), key) == null)
          || (isThere && somebody.delete(place.bucket(), key) == null);
    } finally {
      owner.delete(place.bucket(), key);
    }
  }

  private static String probeIn(ResultsBucket place) {
    return place.prefix() + PROBE + Ids.uuid();
  }
}
