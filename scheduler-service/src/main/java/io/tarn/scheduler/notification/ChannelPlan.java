package io.tarn.scheduler.notification;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel as it is to be.
///
/// @param addresses whom e-mail goes to; empty for other kinds
/// @param url the address of a webhook; null for e-mail, and to keep the one there is
public record ChannelPlan(
    String name, ChannelKind kind, List<String> addresses, @Nullable URI url) {
  public ChannelPlan {
    addresses = List.copyOf(addresses);
  }

  @Override
  public String toString() {
    return "ChannelPlan[" + kind + "]";
  }
}
