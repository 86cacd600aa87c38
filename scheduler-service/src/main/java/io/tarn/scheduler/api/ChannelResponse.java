package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.notification.ChannelKind;
import io.tarn.scheduler.notification.NotificationChannel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A notification channel as its tenant sees it.
///
/// @param id the id of the channel
/// @param name what people call it
/// @param kind how it tells: email, slack or webhook
/// @param addresses whom e-mail goes to; empty for other kinds
/// @param url the address of a webhook, without what is secret in it: of Slack the host only, of
///     others all but the query; absent for email
/// @param secret what bodies of a webhook are signed with: shown once, in the answer that made it
/// @param createdAt when it was made
/// @param changedAt when it was changed last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelResponse(
    UUID id,
    String name,
    ChannelKind kind,
    List<String> addresses,
    @Nullable String url,
    @Nullable String secret,
    Instant createdAt,
    Instant changedAt) {
  public ChannelResponse {
    addresses = List.copyOf(addresses);
  }

  static ChannelResponse of(NotificationChannel channel) {
    return of(channel, null);
  }

  static ChannelResponse of(NotificationChannel channel, @Nullable String secret) {
    return new ChannelResponse(
        channel.id(),
        channel.name(),
        channel.kind(),
        channel.addresses(),
        channel.shownUrl(),
        secret,
        channel.createdAt(),
        channel.changedAt());
  }

  @Override
  public String toString() {
    return "ChannelResponse[" + id + "]";
  }
}
