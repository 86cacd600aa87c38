package io.tarn.cli;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.sending.EventFiles;
import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.Sendable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Sources of an import: files, folders, and prefixes of buckets. The tenant's own bucket is read
/// with the tenant's credentials, another with the AWS credentials of the environment.
final class ImportSource implements AutoCloseable {
  private static final Pattern S3 = Pattern.compile("s3://([^/]+)(?:/(.*))?");

  private final EdgeClient owner;
  private final String tenant;
  private final Map<String, String> environment;
  private final List<S3Bucket> opened = new ArrayList<>();

  ImportSource(EdgeClient owner, String tenant, Map<String, String> environment) {
    this.owner = owner;
    this.tenant = tenant;
    this.environment = environment;
  }

  /// All files, in the order in which they were named.
  List<Sendable> files(List<String> sources) throws IOException, InterruptedException {
    var files = new ArrayList<Sendable>();
    for (var source : sources) {
      var s3 = S3.matcher(source);
      if (s3.matches()) {
        var prefix = s3.group(2) == null ? "" : s3.group(2);
        files.addAll(bucket(s3.group(1)).events(prefix));
      } else {
        files.addAll(EventFiles.in(Path.of(source)));
      }
    }
    return files;
  }

  private S3Bucket bucket(String name) throws IOException, InterruptedException {
    var own = S3Bucket.ofTenant(owner, tenant);
    opened.add(own);
    if (own.name().equals(name)) {
      return own;
    }
    var other = S3Bucket.ofEnvironment(name, environment);
    opened.add(other);
    return other;
  }

  @Override
  public void close() {
    opened.forEach(S3Bucket::close);
  }
}
