package io.tarn.scheduler.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/// Seals what nobody is shown of channels. What is sealed for one channel opens for no other.
@ApplicationScoped
class ChannelSecrets {
  private final MasterSecret master;
  private final ObjectMapper json;

  ChannelSecrets(MasterSecret master, ObjectMapper json) {
    this.master = master;
    this.json = json;
  }

  byte[] sealed(NotificationChannel channel, ChannelSecret secret) {
    try {
      return box().seal(json.writeValueAsBytes(secret), place(channel));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a secret cannot be written as JSON", failure);
    }
  }

  /// @throws IllegalStateException if it was sealed for another channel or under another master
  ///     secret
  ChannelSecret opened(NotificationChannel channel, byte[] sealed) {
    try {
      return json.readValue(box().open(sealed, place(channel)), ChannelSecret.class);
    } catch (IOException _) {
      // Its text would be in the cause.
      throw new IllegalStateException("a stored secret cannot be read");
    }
  }

  private SecretBox box() {
    return new SecretBox(master, "notification-channels");
  }

  private static String place(NotificationChannel channel) {
    return channel.tenant() + "/" + channel.id();
  }
}
