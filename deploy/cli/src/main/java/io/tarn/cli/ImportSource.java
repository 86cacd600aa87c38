package io.tarn.cli;

import io.tarn.demo.TenantBucket;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.s3.S3Client;
import io.tarn.local.s3.S3Identity;
import io.tarn.local.sending.EventFiles;
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
  private static final String REGION = "us-east-1";

  private final EdgeClient owner;
  private final String tenant;
  private final Map<String, String> environment;
  private final List<S3Client> opened = new ArrayList<>();

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
        files.addAll(EventFiles.in(bucket(s3.group(1)), prefix));
      } else {
        files.addAll(EventFiles.in(Path.of(source)));
      }
    }
    return files;
  }

  private S3Client bucket(String name) throws IOException, InterruptedException {
    var own = TenantBucket.open(owner, tenant);
    opened.add(own);
    if (own.bucket().equals(name)) {
      return own;
    }
    var other = new S3Client(identity(), name);
    opened.add(other);
    return other;
  }

  private S3Identity identity() throws IOException {
    var region =
        environment.getOrDefault(
            "AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", REGION));
    var standard = "https://s3.%s.amazonaws.com".formatted(region);
    var endpoint =
        environment.getOrDefault(
            "AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", standard));
    return new S3Identity(
        endpoint.replaceFirst("/+$", ""),
        region,
        required("AWS_ACCESS_KEY_ID"),
        required("AWS_SECRET_ACCESS_KEY"),
        environment.get("AWS_SESSION_TOKEN"));
  }

  private String required(String variable) throws IOException {
    var value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new IOException("This bucket is not the tenant's own; set %s.".formatted(variable));
    }
    return value;
  }

  @Override
  public void close() {
    opened.forEach(S3Client::close);
  }
}
