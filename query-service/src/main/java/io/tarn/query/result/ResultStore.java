package io.tarn.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/// Keeps results in the services' bucket, each under its tenant's id:
///
/// ```
/// <tenant>/query-results/<execution>/rows-00000000.json.gz
///                                    rows-00000001.json.gz
///                                    manifest.json
/// ```
///
/// Chunks are written while the rows come, the manifest at the end, each once. Nobody reads a
/// result before its execution's row holds the manifest's SHA-256.
@ApplicationScoped
public class ResultStore {
  private static final String MANIFEST = "manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ResultBucket bucket;
  private final RecentResults recent;

  ResultStore(ResultBucket bucket, RecentResults recent) {
    this.bucket = bucket;
    this.recent = recent;
  }

  /// For the rows of an execution that begins; to be used by one thread.
  public ResultWriter writer(TenantId tenant, UUID execution) {
    return new ResultWriter(bucket, folder(tenant, execution), recent);
  }

  /// Forgets what there is of a result, whole or in part.
  public void delete(TenantId tenant, UUID execution) {
    recent.removeAll(folder(tenant, execution));
    bucket.deleteAll(folder(tenant, execution));
  }

  /// The manifest, if it is the one that was written.
  ResultManifest manifest(TenantId tenant, UUID execution, StoredResult result) {
    var key = folder(tenant, execution) + MANIFEST;
    return parse(key, checked(key, result.manifestSha256()));
  }

  /// The bytes of a chunk, if they are those that were written.
  byte[] chunk(TenantId tenant, UUID execution, ResultManifest.Chunk chunk) {
    return checked(folder(tenant, execution) + chunk.name(), chunk.sha256());
  }

  static byte[] bytes(ResultManifest manifest) {
    try {
      return JSON.writeValueAsBytes(manifest);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String manifestKey(String folder) {
    return folder + MANIFEST;
  }

  private byte[] checked(String key, String sha256) {
    var kept = recent.take(key);
    var content = kept == null ? bucket.get(key) : kept;
    if (!Sha256.of(content).equals(sha256)) {
      throw new ResultException.Damaged(key, null);
    }
    return content;
  }

  private static ResultManifest parse(String key, byte[] content) {
    try {
      return JSON.readValue(content, ResultManifest.class);
    } catch (IOException unreadable) {
      throw new ResultException.Damaged(key, unreadable);
    }
  }

  private static String folder(TenantId tenant, UUID execution) {
    return tenant.value() + "/query-results/" + execution + "/";
  }
}
