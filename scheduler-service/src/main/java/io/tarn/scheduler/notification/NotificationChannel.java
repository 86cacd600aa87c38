package io.tarn.scheduler.notification;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way to tell a tenant something.
///
/// @param addresses whom e-mail goes to; empty for other kinds
/// @param shownUrl what people are shown of a webhook's address; null for e-mail
public record NotificationChannel(
    TenantId tenant,
    UUID id,
    String name,
    ChannelKind kind,
    List<String> addresses,
    @Nullable String shownUrl,
    Instant createdAt,
    Instant changedAt) {
  public NotificationChannel {
    addresses = List.copyOf(addresses);
  }
}
