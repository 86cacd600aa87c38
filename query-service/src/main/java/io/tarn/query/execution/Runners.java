package io.tarn.query.execution;

import io.tarn.common.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// The running copies of this service. Each says every few seconds that it is there; the executions
/// of one that no longer does will not end by themselves.
@ApplicationScoped
class Runners {
  private static final String SEEN =
      """
      insert into runners (id, seen_at) values (?, now())
      on conflict (id) do update set seen_at = excluded.seen_at
      """;
  private static final String ALIVE =
      "select id from runners where seen_at > now() - interval '15 seconds'";
  private static final String FORGET =
      "delete from runners where seen_at < now() - interval '1 day'";
  private static final String LEAVE = "delete from runners where id = ?";

  private final UUID self = Ids.uuid();
  private final DataSource database;

  Runners(DataSource database) {
    this.database = database;
  }

  /// The id of this process.
  UUID self() {
    return self;
  }

  void beSeen() {
    try (var connection = database.getConnection();
        var seen = connection.prepareStatement(SEEN);
        var forget = connection.prepareStatement(FORGET)) {
      seen.setObject(1, self);
      seen.executeUpdate();
      forget.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("this runner cannot make itself seen", failure);
    }
  }

  void leave() {
    try (var connection = database.getConnection();
        var leave = connection.prepareStatement(LEAVE)) {
      leave.setObject(1, self);
      leave.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("this runner cannot take its leave", failure);
    }
  }

  /// Those seen of late; this one always.
  List<UUID> alive() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(ALIVE);
        var rows = query.executeQuery()) {
      var alive = new ArrayList<>(List.of(self));
      while (rows.next()) {
        alive.add(rows.getObject(1, UUID.class));
      }
      return alive;
    } catch (SQLException failure) {
      throw new IllegalStateException("runners cannot be listed", failure);
    }
  }
}
