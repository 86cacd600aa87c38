package io.tarn.cli;

import io.tarn.common.proof.ProofFormatException;
import io.tarn.common.proof.PublicKeys;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Public keys that results are checked with: from a file, or from the edge of the product that
/// runs here. They never come from what is verified.
final class KeyFile {
  private static final int MOST_BYTES = 8 << 20;

  private KeyFile() {}

  /// @throws IOException if the file cannot be read, or holds no keys
  static PublicKeys read(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(file + " is longer than 8 MB");
      }
      return PublicKeys.parse(bytes);
    } catch (ProofFormatException garbage) {
      throw new IOException(file + " " + garbage.getMessage(), garbage);
    } catch (java.nio.file.NoSuchFileException missing) {
      throw new IOException(file + " is missing", missing);
    }
  }

  static PublicKeys fetch(Settings settings) throws IOException, InterruptedException {
    try (EdgeClient edge = EdgeConnection.open(settings, "", DemoUser.OPERATOR.role())) {
      var answer = edge.get("/v1/signing-keys");
      return PublicKeys.parse(answer.toString().getBytes(StandardCharsets.UTF_8));
    } catch (ProofFormatException garbage) {
      throw new IOException("The list of keys " + garbage.getMessage(), garbage);
    }
  }
}
