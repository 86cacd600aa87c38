package io.tarn.service.gate;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Keys that somebody publishes as a JWKS, at an address or in a file: catalog-service those of
/// grants, an identity provider those of tokens. They are fetched again when they are old, and
/// at an unknown key id, though not more often than every few seconds: else anybody could make
/// this service ask all the time.
///
/// ```
///   fetched ------ stale: one request fetches, the others go on ------ too old: no key is known
///           5 min                                              1 h
/// ```
///
/// Not the library's `HttpsJwks`: it keeps old keys for as long as an outage lasts, and during an
/// outage it asks once for every unknown key id. Safe for use by many threads.
public final class PublishedKeys implements VerificationKeyResolver {
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
  private static final Duration STALE_AFTER = Duration.ofMinutes(5);
  private static final Duration TOO_OLD_AFTER = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private final URI address;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Fetched fetched = new Fetched(new JsonWebKeySet(), Instant.EPOCH);
  private Instant lastTry = Instant.EPOCH;

  private record Fetched(JsonWebKeySet keys, Instant at) {
    @Nullable Key find(String keyId) {
      return keys.findJsonWebKey(keyId, null, null, null) instanceof PublicJsonWebKey key
          ? key.getPublicKey()
          : null;
    }
  }

  public PublishedKeys(URI address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  /// @throws GrantException.KeysUnavailable when the keys cannot be known now
  @Override
  public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    var keyId = signature.getKeyIdHeaderValue();
    if (keyId == null) {
      throw new UnresolvableKeyException("no kid");
    }
    var key = fetched.find(keyId);
    if (key == null || isPast(fetched.at(), STALE_AFTER)) {
      key = refreshed(key != null).find(keyId);
    }
    if (key == null) {
      throw new UnresolvableKeyException("unknown kid");
    }
    return key;
  }

  /// @param isKnown whether the key is among the old ones, so that nobody needs to wait for a
  ///     fetch that another thread is at
  private Fetched refreshed(boolean isKnown) {
    if (!isKnown) {
      fetching.lock();
    }
    if (!isKnown || fetching.tryLock()) {
      try {
        fetchOnceInAWhile();
      } finally {
        fetching.unlock();
      }
    }
    var known = fetched;
    if (isPast(known.at(), TOO_OLD_AFTER)) {
      throw new GrantException.KeysUnavailable("no keys have been fetched lately");
    }
    return known;
  }

  /// Keeps the keys known so far when new ones cannot be had: a short outage refuses nobody.
  private void fetchOnceInAWhile() {
    if (!isPast(lastTry, BETWEEN_FETCHES)) {
      return;
    }
    try {
      var now = clock.instant();
      fetched = new Fetched(new JsonWebKeySet(documentAt(address)), now);
    } catch (IOException | JoseException failure) {
      Log.warnf("keys cannot be fetched from %s: %s", address, failure.toString());
    }
    lastTry = clock.instant();
  }

  private boolean isPast(Instant moment, Duration age) {
    return !moment.plus(age).isAfter(clock.instant());
  }

  /// What is published at an address or in a file, in a few seconds or not at all.
  public static String documentAt(URI address) throws IOException {
    if ("file".equals(address.getScheme())) {
      return Files.readString(Path.of(address));
    }
    try {
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      var answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
