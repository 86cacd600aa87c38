package io.tarn.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 endpoint that is not Tarn's own, as an operator may have one: its identities have secrets
/// of their own and may use the places that a file names. Other modules' tests start it as a
/// process, because its libraries do not go together with theirs.
///
/// Arguments: port, data folder, file of identities. A line of the file:
///
/// ```
/// access-key-id secret-access-key bucket/ another-bucket/prefix/
/// ```
public final class OperatorsEndpoint {

  private record Identity(String accessKeyId, String secret, List<String> places) {
    static Identity of(String line) {
      var words = line.split(" ");
      return new Identity(words[0], words[1], Arrays.asList(words).subList(2, words.length));
    }
  }

  private OperatorsEndpoint() {}

  public static void main(String[] arguments) throws Exception {
    var store = new FilesystemNio2BlobStore(arguments[1]);
    var identities = identitiesOf(Path.of(arguments[2]));
    var proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + arguments[0]))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "nobody", "not-used")
            .ignoreUnknownHeaders(true)
            .build();
    proxy.setBlobStoreLocator(
        (accessKeyId, _, _) -> {
          var identity = identities.get(String.valueOf(accessKeyId));
          return identity == null
              ? null
              : new AccessGrant(identity.secret(), AllowedLocations.of(store, identity.places()));
        });
    proxy.start();
  }

  private static Map<String, Identity> identitiesOf(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(Identity::of)
        .collect(Collectors.toMap(Identity::accessKeyId, Function.identity()));
  }
}
