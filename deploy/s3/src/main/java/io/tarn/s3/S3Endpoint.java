package io.tarn.s3;

import io.tarn.common.secret.MasterSecret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// Serves a folder as S3 on loopback until the process ends.
///
/// Arguments: port, data folder, file of the master secret.
public final class S3Endpoint {
  private S3Endpoint() {}

  public static void main(String[] arguments) throws Exception {
    var port = Integer.parseInt(arguments[0]);
    var data = Files.createDirectories(Path.of(arguments[1]));
    var secret = MasterSecret.load(Path.of(arguments[2]));
    serve(port, data, secret);
  }

  /// Starts the endpoint; port 0 takes a free one.
  static S3Proxy serve(int port, Path data, MasterSecret secret) throws Exception {
    var store = new FilesystemNio2BlobStore(data.toString());
    var identities = new Identities(store, secret);
    var proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4,
                Identities.SERVICES,
                identities.secretOf(Identities.SERVICES))
            .ignoreUnknownHeaders(true)
            .build();
    proxy.setBlobStoreLocator(identities);
    proxy.start();
    return proxy;
  }
}
