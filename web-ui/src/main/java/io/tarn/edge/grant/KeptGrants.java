package io.tarn.edge.grant;

import io.tarn.edge.config.EdgeConfig;
import io.tarn.edge.grant.GrantOutcome.Granted;
import io.tarn.edge.grant.GrantOutcome.Refused;
import io.tarn.edge.route.Destination;
import io.tarn.edge.route.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Grants that serve further requests for a few seconds. A grant is for one token, tenant and
/// service, and so is its use here; requests that come while it is asked for wait for the same
/// answer. Only whole tokens are credentials here: a signature over a request would have to be
/// verified with each request.
///
/// ```
/// asked for ---- answered -------------------- kept long enough ---- the grant ends
///     \____ joined ____/\____ served at once ____/
/// ```
///
/// Refusals are never kept. A sign-out, and each change that goes through this edge to
/// catalog-service, drops all, so that the edge does not act on what its callers have just ended;
/// what ends elsewhere ends here as soon as the time is over. Safe for several threads.
@ApplicationScoped
public class KeptGrants {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final GrantSource source;
  private final Duration keep;
  private final int most;
  private final Clock clock;

  /// In the order in which they were asked for, which is nearly the order in which they go.
  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  /// @param fingerprint of the token, which itself is not kept
  private record Key(String fingerprint, Optional<String> tenant, Service service) {}

  private static final class Entry {
    private final CompletionStage<GrantOutcome> outcome;
    private Instant until;

    Entry(CompletionStage<GrantOutcome> outcome, Instant until) {
      this.outcome = outcome;
      this.until = until;
    }
  }

  @Inject
  KeptGrants(CatalogClient source, EdgeConfig config) {
    this(source, config.keepGrantsFor(), config.keptGrants(), Clock.systemUTC());
  }

  KeptGrants(GrantSource source, Duration keep, int most, Clock clock) {
    if (keep.isNegative() || keep.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "tarn.edge.keep-grants-for is between 0 and %s, not %s".formatted(LONGEST, keep));
    }
    this.source = source;
    this.keep = keep;
    this.most = most;
    this.clock = clock;
  }

  /// A grant for the request. Its own request id is the one of the request for which it was asked;
  /// services take the id of each request from its header.
  public Future<GrantOutcome> grant(
      Credential credential, Destination destination, String requestId) {
    if (keep.isZero() || isPassedOn(destination)) {
      return source.grant(credential, destination, requestId);
    }
    var key = new Key(fingerprint(credential), destination.tenant(), destination.service());
    return here(keptOrAsked(key, () -> source.grant(credential, destination, requestId)));
  }

  /// Ends a session: no grant is given for it any more, and none that is kept serves it.
  public Future<Void> endSession(Credential credential) {
    return source.endSession(credential).onSuccess(_ -> forget());
  }

  /// Drops what is kept, and what is being asked for serves only those who wait for it already.
  public synchronized void forget() {
    entries.clear();
  }

  /// scheduler-service asks other services under the grant that it was called with: they should
  /// name the request that it belongs to.
  private static boolean isPassedOn(Destination destination) {
    return destination.service() == Service.SCHEDULER;
  }

  /// Of those that come at once, only the first asks.
  private synchronized CompletionStage<GrantOutcome> keptOrAsked(
      Key key, Supplier<Future<GrantOutcome>> question) {
    var now = clock.instant();
    var kept = entries.get(key);
    if (kept != null && now.isBefore(kept.until)) {
      return kept.outcome;
    }
    var outcome = question.get();
    var entry = new Entry(outcome.toCompletionStage(), now.plus(keep));
    keep(key, entry, now);
    outcome.onSuccess(answer -> settle(key, entry, answer)).onFailure(_ -> drop(key, entry));
    return entry.outcome;
  }

  private void keep(Key key, Entry entry, Instant now) {
    // Put anew, so that it is the last.
    entries.remove(key);
    dropOldest(now);
    entries.put(key, entry);
  }

  private void dropOldest(Instant now) {
    Iterator<Entry> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      var entry = oldest.next();
      if (entries.size() < most && now.isBefore(entry.until)) {
        return;
      }
      oldest.remove();
    }
  }

  /// A kept grant has at least as long to live as it may be kept, whatever it was asked for.
  private synchronized void settle(Key key, Entry entry, GrantOutcome answer) {
    switch (answer) {
      case Granted(_, var endsAt) -> {
        var last = endsAt.minus(keep);
        if (last.isBefore(entry.until)) {
          entry.until = last;
        }
      }
      case Refused _ -> drop(key, entry);
    }
  }

  private synchronized void drop(Key key, Entry entry) {
    entries.remove(key, entry);
  }

  /// The outcome on the event loop of the caller, whoever asked for it.
  private static Future<GrantOutcome> here(CompletionStage<GrantOutcome> outcome) {
    var context = Vertx.currentContext();
    return context == null
        ? Future.fromCompletionStage(outcome)
        : Future.fromCompletionStage(outcome, context);
  }

  private static String fingerprint(Credential credential) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(credential.token().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
