package io.tarn.scheduler.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// How a channel tells.
public enum ChannelKind {
  /// By e-mail through the operator's mail server.
  EMAIL("email"),
  /// By a webhook that takes the messages of Slack.
  SLACK("slack"),
  /// By a webhook that takes signed CloudEvents.
  WEBHOOK("webhook");

  private final String wireName;

  ChannelKind(String wireName) {
    this.wireName = wireName;
  }

  /// The name in requests, answers and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// @throws java.util.NoSuchElementException if there is no such kind
  public static ChannelKind of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
