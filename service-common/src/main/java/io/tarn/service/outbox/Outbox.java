package io.tarn.service.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.service.config.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes into the service's outbox. Within a transaction the row becomes visible with it;
/// outside of one it is committed at once.
@ApplicationScoped
public class Outbox {
  private final DataSource database;
  private final ObjectMapper json;
  private final String insert;

  Outbox(DataSource database, ObjectMapper json, ServiceConfig service) {
    this.database = database;
    this.json = json;
    this.insert =
        """
        insert into %s.outbox (id, topic, key, payload) values (?, ?, ?, ?::jsonb)
        on conflict (id) do nothing"""
            .formatted(service.schema());
  }

  /// Appends in the transaction of the calling thread, if it has one.
  public void append(OutboxMessage message) {
    try (var connection = database.getConnection()) {
      append(connection, message);
    } catch (SQLException failure) {
      throw new OutboxException(failure);
    }
  }

  public void append(String topic, String key, @Nullable Object payload) {
    append(OutboxMessage.of(topic, key, payload));
  }

  /// Appends on a connection of the caller, in its transaction.
  public void append(Connection connection, OutboxMessage message) throws SQLException {
    try (var statement = connection.prepareStatement(insert)) {
      statement.setObject(1, message.id());
      statement.setString(2, message.topic());
      statement.setString(3, message.key());
      statement.setString(4, textOf(message.payload()));
      statement.executeUpdate();
    }
  }

  private @Nullable String textOf(@Nullable Object payload) {
    try {
      return payload == null ? null : json.writeValueAsString(payload);
    } catch (JsonProcessingException failure) {
      throw new OutboxException(failure);
    }
  }
}
