package io.tarn.catalog.grant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Sessions that have been signed out of: their tokens may live on, and open nothing here. They
/// are forgotten after a month: a provider may let a session be refreshed for long.
@ApplicationScoped
class EndedSessions {
  private final DataSource database;

  EndedSessions(DataSource database) {
    this.database = database;
  }

  void add(String session) {
    run("insert into ended_sessions (session) values (?) on conflict do nothing", session);
  }

  boolean contains(String session) {
    try (var connection = database.getConnection();
        var lookUp = connection.prepareStatement("select from ended_sessions where session = ?")) {
      lookUp.setString(1, session);
      try (var found = lookUp.executeQuery()) {
        return found.next();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("ended sessions cannot be read", failure);
    }
  }

  void forgetOld() {
    run("delete from ended_sessions where ended_at < now() - ?::interval", "31 days");
  }

  private void run(String text, String value) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(text)) {
      statement.setString(1, value);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("ended sessions cannot be written", failure);
    }
  }
}
