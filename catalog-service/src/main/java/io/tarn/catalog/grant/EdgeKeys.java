package io.tarn.catalog.grant;

import io.tarn.common.secret.MasterSecret;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys by which the edge and the scheduler ask for grants, derived from the master secret.
@ApplicationScoped
public class EdgeKeys {
  private static final String PURPOSE = "edge-key";

  private static final String SCHEDULER = "scheduler-service";

  private final List<byte[]> keys;
  private final byte[] schedulersKey;

  EdgeKeys(MasterSecret secret) {
    this.keys = Stream.of("web-ui", SCHEDULER).map(name -> keyOf(secret, name)).toList();
    this.schedulersKey = keyOf(secret, SCHEDULER);
  }

  private static byte[] keyOf(MasterSecret secret, String name) {
    return secret.derive(PURPOSE, name).getBytes(StandardCharsets.US_ASCII);
  }

  /// Refuses whoever does not send the scheduler's own. Compares in constant time.
  ///
  /// @throws ProblemException if it is another one, or none
  public void requireScheduler(@Nullable String sent) {
    if (sent == null
        || !MessageDigest.isEqual(schedulersKey, sent.getBytes(StandardCharsets.UTF_8))) {
      throw new ProblemException(401, "unauthenticated", "This is for the scheduler only.");
    }
  }

  /// Compares in constant time.
  public boolean contain(String sent) {
    var bytes = sent.getBytes(StandardCharsets.UTF_8);
    return keys.stream().anyMatch(key -> MessageDigest.isEqual(key, bytes));
  }
}
