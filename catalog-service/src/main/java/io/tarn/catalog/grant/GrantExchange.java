package io.tarn.catalog.grant;

import io.tarn.catalog.grant.GrantRefusedException.BadCredential;
import io.tarn.service.gate.GateConfig;
import io.tarn.service.gate.Grant;
import io.tarn.service.gate.GrantException;
import io.tarn.service.gate.GrantVerifier;
import io.tarn.service.gate.PublishedKeys;
import io.tarn.service.gate.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the grant that a service was called with into one for another service, so that it asks
/// there as its caller and not as itself. Nothing of the grant changes but its audience and, where
/// the service says what it asks for, its purpose; it also ends when the first one does.
@ApplicationScoped
public class GrantExchange {
  /// The services that ask others on behalf of their callers.
  private static final Set<String> ASKING = Set.of("query-service", "scheduler-service");

  private final SigningKeys keys;
  private final PublishedKeys published;
  private final Clock clock;

  GrantExchange(SigningKeys keys, GateConfig gate, Clock clock) {
    this.keys = keys;
    this.published = new PublishedKeys(gate.keys(), clock);
    this.clock = clock;
  }

  /// @param token a grant for one of the asking services
  /// @param purpose what the service asks for; null leaves the caller's
  /// @throws GrantRefusedException where it is none, or a service's own
  public String exchange(String token, String audience, @Nullable String purpose) {
    var grant =
        ASKING.stream()
            .flatMap(own -> verified(token, own))
            .filter(found -> found.role() != Role.SYSTEM)
            .findFirst()
            .orElseThrow(() -> new BadCredential("no grant of a service that asks"));
    return keys.signer().sign(purpose == null ? grant : grant.forPurpose(purpose), audience);
  }

  private Stream<Grant> verified(String token, String audience) {
    try {
      return Stream.of(new GrantVerifier(published, audience, clock).verify(token));
    } catch (GrantException.Invalid _) {
      return Stream.empty();
    }
  }
}
