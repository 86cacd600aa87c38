package io.tarn.scheduler.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What nobody is shown of a channel.
///
/// @param url the whole address of the webhook
/// @param signing the secret that bodies are signed with; null for a channel of Slack
/// @param previous the one before; null where there is none
/// @param previousUntil until when bodies are signed with that one, too
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record ChannelSecret(
    URI url, @Nullable String signing, @Nullable String previous, @Nullable Instant previousUntil) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "tarn_whsec_";
  private static final int BYTES = 32;
  private static final Duration OVERLAP = Duration.ofHours(24);

  static ChannelSecret of(URI url, ChannelKind kind) {
    return new ChannelSecret(url, kind == ChannelKind.WEBHOOK ? made() : null, null, null);
  }

  private static String made() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The same with another address.
  ChannelSecret at(URI other) {
    return new ChannelSecret(other, signing, previous, previousUntil);
  }

  /// The same with a new secret. The old one is used beside it for a day.
  ChannelSecret rotated(Instant now) {
    return new ChannelSecret(url, made(), signing, now.plus(OVERLAP));
  }

  /// The secrets that a body is signed with now, the newest first.
  List<String> signingAt(Instant now) {
    var isPreviousGood = previousUntil != null && now.isBefore(previousUntil);
    return Stream.of(signing, isPreviousGood ? previous : null).filter(Objects::nonNull).toList();
  }

  @Override
  public String toString() {
    return "ChannelSecret[]";
  }
}
