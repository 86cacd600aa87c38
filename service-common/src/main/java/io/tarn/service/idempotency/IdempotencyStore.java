package io.tarn.service.idempotency;

import io.tarn.service.config.ServiceConfig;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The keys in the database. A key is taken before its operation runs and stays for its life, also
/// where the operation never told its end. Each new key takes some that are past their life away.
@ApplicationScoped
class IdempotencyStore {
  private static final String TAKE =
      """
      insert into idempotency_keys as known (tenant_id, actor, key, request_digest)
      values (?, ?, ?, ?)
      on conflict (tenant_id, actor, key) do update
      set request_digest = excluded.request_digest, started_at = now(),
          status = null, location = null, body = null
      where known.started_at < now() - ? * interval '1 second'""";
  private static final String PURGE =
      """
      delete from idempotency_keys where ctid = any (array(
        select ctid from idempotency_keys where started_at < now() - ? * interval '1 second'
        order by started_at limit 50 for update skip locked))""";
  private static final String READ =
      """
      select request_digest, status, location, body,
        started_at < now() - interval '3 minutes' as is_overdue
      from idempotency_keys
      where tenant_id = ? and actor = ? and key = ?""";
  private static final String FINISH =
      """
      update idempotency_keys set status = ?, location = ?, body = ?
      where tenant_id = ? and actor = ? and key = ?""";
  private static final String RELEASE =
      "delete from idempotency_keys where tenant_id = ? and actor = ? and key = ?";

  private final DataSource database;
  private final String schema;
  private final long lifeSeconds;

  record Key(String tenant, String actor, String key) {}

  record Answer(int status, @Nullable String location, @Nullable String body) {}

  IdempotencyStore(DataSource database, ServiceConfig service, IdempotencyConfig config) {
    this.database = database;
    this.lifeSeconds = config.life().toSeconds();
    this.schema = service.schema();
  }

  /// Takes the key: null when it is ours now, else the answer it already has.
  @Nullable Answer begin(Key key, byte[] digest) {
    try (var connection = database.getConnection();
        var take = connection.prepareStatement(in(TAKE));
        var purge = connection.prepareStatement(in(PURGE));
        var read = connection.prepareStatement(in(READ))) {
      bind(take, 1, key);
      take.setBytes(4, digest);
      take.setLong(5, lifeSeconds);
      if (take.executeUpdate() == 1) {
        purge.setLong(1, lifeSeconds);
        purge.executeUpdate();
        return null;
      }
      bind(read, 1, key);
      try (var found = read.executeQuery()) {
        return known(found, digest);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("idempotency keys cannot be read", failure);
    }
  }

  private static Answer known(ResultSet found, byte[] digest) throws SQLException {
    var exists = found.next();
    if (exists && !Arrays.equals(found.getBytes("request_digest"), digest)) {
      throw new ProblemException(
          422, "idempotency-key-reused", "The key was used for another request.");
    }
    var status = exists ? found.getInt("status") : 0;
    if (status == 0 && exists && found.getBoolean("is_overdue")) {
      throw ProblemException.conflict(
          "request-outcome-unknown",
          "The first request with this key ended without an answer. Look whether it has happened;"
              + " to do it again, use another key.");
    }
    if (status == 0) {
      throw ProblemException.conflict(
          "request-in-progress", "The first request with this key is still being worked on.");
    }
    return new Answer(status, found.getString("location"), found.getString("body"));
  }

  void finish(Key key, Answer answer) {
    try (var connection = database.getConnection();
        var finish = connection.prepareStatement(in(FINISH))) {
      finish.setInt(1, answer.status());
      finish.setString(2, answer.location());
      finish.setString(3, answer.body());
      bind(finish, 4, key);
      finish.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("an answer cannot be kept", failure);
    }
  }

  void release(Key key) {
    try (var connection = database.getConnection();
        var release = connection.prepareStatement(in(RELEASE))) {
      bind(release, 1, key);
      release.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("an idempotency key cannot be released", failure);
    }
  }

  private String in(String text) {
    return text.replace("idempotency_keys", schema + ".idempotency_keys");
  }

  private static void bind(PreparedStatement statement, int first, Key key) throws SQLException {
    statement.setString(first, key.tenant());
    statement.setString(first + 1, key.actor());
    statement.setString(first + 2, key.key());
  }
}
