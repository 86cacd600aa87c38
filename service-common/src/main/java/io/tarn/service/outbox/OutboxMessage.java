package io.tarn.service.outbox;

import io.tarn.common.id.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record to be published. Readers drop repeats by `id`; a payload of null is a tombstone.
public record OutboxMessage(UUID id, String topic, String key, @Nullable Object payload) {

  public static OutboxMessage of(String topic, String key, @Nullable Object payload) {
    return new OutboxMessage(Ids.uuid(), topic, key, payload);
  }
}
