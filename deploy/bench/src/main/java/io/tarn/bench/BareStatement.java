package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The SQL of a statement on a plain connection: the database's own time for it.
final class BareStatement {
  private final Database database;
  private final String sql;
  private final JsonNode parameters;

  /// @param explained answer of `queries:explain`
  BareStatement(Database database, JsonNode explained) {
    this.database = database;
    this.sql =
        StreamSupport.stream(explained.path("sql").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"));
    this.parameters = explained.path("parameters");
  }

  /// Plans it anew, as the service does, and reads all its rows.
  double seconds() throws IOException {
    var begin = System.nanoTime();
    try (var prepared = database.connection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        prepared.setObject(i + 1, parameters.get(i).path("value").asText(), Types.OTHER);
      }
      try (var rows = prepared.executeQuery()) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    } catch (SQLException failure) {
      throw Database.refused(failure);
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
