package io.tarn.service.gate;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

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
/// Safe for use by many threads.
public final class PublishedKeys implements GrantKeys {
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
  private static final Duration STALE_AFTER = Duration.ofMinutes(5);
  private static final Duration TOO_OLD_AFTER = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final URI address;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Fetched fetched = new Fetched(Map.of(), Instant.MIN);
  private volatile Instant lastTry = Instant.MIN;

  private record Fetched(Map<String, PublicKey> keys, Instant at) {
    boolean isOlderThan(Duration age, Instant now) {
      return at.equals(Instant.MIN) || !at.plus(age).isAfter(now);
    }
  }

  public PublishedKeys(URI address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public Optional<PublicKey> find(String keyId) {
    var known = fetched;
    var key = known.keys().get(keyId);
    if (key != null && !known.isOlderThan(STALE_AFTER, clock.instant())) {
      return Optional.of(key);
    }
    return Optional.ofNullable(refreshed(key != null).keys().get(keyId));
  }

  /// @param isKnown whether the key is among the old ones, so that nobody needs to wait for a
  ///     fetch that another thread is at
  private Fetched refreshed(boolean isKnown) {
    if (isKnown ? fetching.tryLock() : locked()) {
      try {
        fetchOnceInAWhile();
      } finally {
        fetching.unlock();
      }
    }
    var known = fetched;
    if (known.isOlderThan(TOO_OLD_AFTER, clock.instant())) {
      throw new GrantException.KeysUnavailable("no keys have been fetched lately");
    }
    return known;
  }

  private boolean locked() {
    fetching.lock();
    return true;
  }

  private void fetchOnceInAWhile() {
    var now = clock.instant();
    if (lastTry.equals(Instant.MIN) || lastTry.plus(BETWEEN_FETCHES).isBefore(now)) {
      fetch(now);
      lastTry = clock.instant();
    }
  }

  /// Keeps the keys known so far when new ones cannot be had: a short outage refuses nobody.
  private void fetch(Instant now) {
    try {
      fetched = new Fetched(parse(read()), now);
    } catch (IOException | JoseException failure) {
      Log.warnf("keys cannot be fetched from %s: %s", address, failure.toString());
    }
  }

  private String read() throws IOException {
    if ("file".equals(address.getScheme())) {
      return Files.readString(Path.of(address));
    }
    try {
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static Map<String, PublicKey> parse(String jwks) throws JoseException {
    var keys = new HashMap<String, PublicKey>();
    for (var key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
      if (key instanceof PublicJsonWebKey publicKey && key.getKeyId() != null) {
        keys.put(key.getKeyId(), publicKey.getPublicKey());
      }
    }
    return Map.copyOf(keys);
  }
}
