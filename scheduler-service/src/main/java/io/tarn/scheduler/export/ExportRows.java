package io.tarn.scheduler.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.proof.ResultFile;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.export.Export.Folder;
import io.tarn.scheduler.export.Export.Outcome;
import io.tarn.scheduler.export.Export.Progress;
import io.tarn.scheduler.export.Export.ResultPlace;
import io.tarn.scheduler.export.ExportRequest.OfRun;
import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of exports and their files, in transactions of the callers. What a process changes of
/// an export that it has a lease on is fenced: it changes nothing once another process has had it.
@ApplicationScoped
public class ExportRows {
  private static final String LIVE = "state in ('queued', 'running', 'delivering')";
  private static final String INSERT =
      """
      insert into exports (tenant_id, id, request_key, owner_issuer, owner_subject, owner_name,
        execution_id, query, run_id, schedule_id, format, destination_id, state, delivery_status,
        next_step_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'queued', 'PENDING', ?, ?)
      on conflict (tenant_id, request_key) do nothing""";
  private static final String CLAIM =
      """
      update exports set instance_id = ?, leased_until = ?, fencing_token = fencing_token + 1
      where (tenant_id, id) in (
        select tenant_id, id from exports
        where %s and next_step_at <= ? and (leased_until is null or leased_until < ?)
        order by next_step_at limit ? for update skip locked)
      returning *"""
          .formatted(LIVE);
  private static final String FENCED =
      " where tenant_id = ? and id = ? and fencing_token = ? and " + LIVE;
  private static final String RENEW =
      "update exports set leased_until = ?" + FENCED + " returning is_cancelled";
  private static final String BEGIN =
      "update exports set state = ?, started_at = coalesce(started_at, ?)" + FENCED;
  private static final String SUBMITTED = "update exports set execution_id = ?" + FENCED;
  private static final String FOLDER = "update exports set bucket = ?, folder = ?" + FENCED;
  private static final String FOLDERS =
      "select folder from exports where tenant_id = ? and bucket = ? and folder is not null"
          + " and starts_with(folder, ?)";
  private static final String PLACE =
      "update exports set next_cursor = ?, next_skip = ?, has_all_rows = ?, attempts = 0,"
          + " leased_until = ?"
          + FENCED;
  private static final String ADD_FILE =
      "insert into export_files (tenant_id, export_id, number, name, bytes, rows, sha256)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String FILES =
      "select * from export_files where tenant_id = ? and export_id = ? order by number";
  private static final String PREVIOUS =
      """
      select statement_sha256 from exports
      where tenant_id = ? and schedule_id = ? and state = 'succeeded'
      order by completed_at desc limit 1""";
  private static final String COMPLETE =
      "update exports set completed_at = ?, previous_statement = ?" + FENCED;
  private static final String RELEASE =
      "update exports set next_step_at = ?, leased_until = null, instance_id = null" + FENCED;
  private static final String RETRY =
      "update exports set next_step_at = ?, leased_until = null, instance_id = null,"
          + " attempts = attempts + 1, submission = ?,"
          + " execution_id = case when ? then null else execution_id end, reason = ?,"
          + " problem = ?::jsonb"
          + FENCED;
  private static final String FINISH =
      "update exports set state = ?, delivery_status = ?, reason = ?, problem = ?::jsonb,"
          + " statement_sha256 = ?, folder = case when ? then folder end, ended_at = ?,"
          + " leased_until = null, instance_id = null"
          + FENCED;
  private static final String CANCEL =
      "update exports set is_cancelled = true, next_step_at = ? where tenant_id = ? and id = ? and "
          + LIVE;
  private static final String FIND = "select * from exports where tenant_id = ? and id = ?";
  private static final String FIND_BY_KEY =
      "select * from exports where tenant_id = ? and request_key = ?";
  private static final String LIST =
      """
      select * from exports
      where tenant_id = ? and (created_at, id) < (?, ?)
        and (?::text is null or (owner_issuer = ? and owner_subject = ?))
      order by created_at desc, id desc limit ?""";

  private final ObjectMapper json;

  public ExportRows(ObjectMapper json) {
    this.json = json;
  }

  /// Adds an export, unless there is one of this key.
  ///
  /// @return the export under the key
  Export insert(
      Connection connection,
      TenantId tenant,
      UUID id,
      String key,
      Actor owner,
      ExportRequest request,
      Instant now)
      throws SQLException {
    var run = request.run();
    var _ =
        write(
            connection,
            INSERT,
            tenant.value(),
            id,
            key,
            owner.issuer(),
            owner.subject(),
            owner.name(),
            request.execution(),
            Values.json(json, request.query()),
            run == null ? null : run.id(),
            run == null ? null : run.schedule(),
            request.format().wireName(),
            request.destination(),
            now,
            now);
    return many(connection, FIND_BY_KEY, tenant.value(), key).getFirst();
  }

  /// Leases exports that are to be gone on with and that nobody has a lease on.
  List<Export> claim(
      Connection connection, UUID instance, Instant now, Instant leasedUntil, int most)
      throws SQLException {
    return many(connection, CLAIM, instance, leasedUntil, now, now, most);
  }

  /// Keeps the lease. Empty where it is lost; else whether the export is to be cancelled.
  Optional<Boolean> renew(Connection connection, Export export, Instant leasedUntil)
      throws SQLException {
    try (var statement = connection.prepareStatement(RENEW)) {
      Values.bind(
          statement, leasedUntil, export.tenant().value(), export.id(), export.fencingToken());
      try (var found = statement.executeQuery()) {
        return found.next() ? Optional.of(found.getBoolean(1)) : Optional.empty();
      }
    }
  }

  boolean begin(Connection connection, Export export, ExportState state, Instant now)
      throws SQLException {
    return fenced(connection, BEGIN, export, state.wireName(), now);
  }

  boolean submitted(Connection connection, Export export, UUID execution) throws SQLException {
    return fenced(connection, SUBMITTED, export, execution);
  }

  /// Gives the export a folder that no other has: the named one, or else one that begins so.
  Optional<Folder> takeFolder(Connection connection, Export export, String bucket, String base)
      throws SQLException {
    try (var lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      Values.bind(lock, "export-folders." + export.tenant().value());
      lock.execute();
    }
    var taken = folders(connection, export.tenant(), bucket, base);
    var key = base + "/";
    for (int next = 2; taken.contains(key); next++) {
      key = base + "-" + next + "/";
    }
    return fenced(connection, FOLDER, export, bucket, key)
        ? Optional.of(new Folder(bucket, key))
        : Optional.empty();
  }

  private static Set<String> folders(
      Connection connection, TenantId tenant, String bucket, String base) throws SQLException {
    try (var statement = connection.prepareStatement(FOLDERS)) {
      Values.bind(statement, tenant.value(), bucket, base);
      try (var found = statement.executeQuery()) {
        var folders = new HashSet<String>();
        while (found.next()) {
          folders.add(found.getString(1));
        }
        return folders;
      }
    }
  }

  /// Records a file that is whole, and where the next one begins.
  boolean fileDone(
      Connection connection, Export export, ResultFile file, Progress progress, Instant leasedUntil)
      throws SQLException {
    var isHeld =
        fenced(
            connection,
            PLACE,
            export,
            progress.next().cursor(),
            progress.next().skip(),
            progress.hasAllRows(),
            leasedUntil);
    return isHeld
        && write(
            connection,
            ADD_FILE,
            export.tenant().value(),
            export.id(),
            export.files().size() + 1,
            file.name(),
            file.bytes(),
            file.rows(),
            file.sha256());
  }

  /// SHA-256 of the newest statement of a schedule; null where there is none.
  @Nullable String previousStatement(Connection connection, TenantId tenant, UUID schedule)
      throws SQLException {
    try (var statement = connection.prepareStatement(PREVIOUS)) {
      Values.bind(statement, tenant.value(), schedule);
      try (var found = statement.executeQuery()) {
        return found.next() ? found.getString(1) : null;
      }
    }
  }

  boolean complete(Connection connection, Export export, Progress progress) throws SQLException {
    return fenced(
        connection, COMPLETE, export, progress.completedAt(), progress.previousStatement());
  }

  /// Gives the lease up until the next look.
  boolean release(Connection connection, Export export, Instant nextStepAt) throws SQLException {
    return fenced(connection, RELEASE, export, nextStepAt);
  }

  /// Gives the lease up after a fault that may pass.
  ///
  /// @param isNewSubmission whether another execution is needed
  boolean retry(
      Connection connection,
      Export export,
      Instant nextStepAt,
      boolean isNewSubmission,
      String reason,
      Map<String, Object> problem)
      throws SQLException {
    return fenced(
        connection,
        RETRY,
        export,
        nextStepAt,
        isNewSubmission ? export.submission() + 1 : export.submission(),
        isNewSubmission,
        reason,
        Values.json(json, problem));
  }

  /// @param keepsFolder whether the folder has files that stay
  boolean finish(
      Connection connection,
      Export export,
      ExportState state,
      Outcome outcome,
      @Nullable String statementSha256,
      boolean keepsFolder,
      Instant now)
      throws SQLException {
    return fenced(
        connection,
        FINISH,
        export,
        state.wireName(),
        outcome.delivery().name(),
        outcome.reason(),
        Values.json(json, outcome.problem()),
        statementSha256,
        keepsFolder,
        now);
  }

  /// Asks an export to end; one that has ended stays as it is.
  void cancel(Connection connection, TenantId tenant, UUID id, Instant now) throws SQLException {
    var _ = write(connection, CANCEL, now, tenant.value(), id);
  }

  Optional<Export> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND, tenant.value(), id).stream().findFirst();
  }

  /// Exports of a tenant before the one of this time and id, the newest first.
  ///
  /// @param owner whose exports; null is everybody's
  List<Export> list(
      Connection connection,
      TenantId tenant,
      @Nullable Actor owner,
      Instant createdAt,
      UUID id,
      int limit)
      throws SQLException {
    var issuer = owner == null ? null : owner.issuer();
    var subject = owner == null ? null : owner.subject();
    return many(connection, LIST, tenant.value(), createdAt, id, issuer, issuer, subject, limit);
  }

  private static boolean fenced(
      Connection connection, String sql, Export export, @Nullable Object... values)
      throws SQLException {
    var all = new ArrayList<@Nullable Object>(values.length + 3);
    for (var value : values) {
      all.add(value);
    }
    all.add(export.tenant().value());
    all.add(export.id());
    all.add(export.fencingToken());
    return write(connection, sql, all.toArray());
  }

  private static boolean write(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      return statement.executeUpdate() == 1;
    }
  }

  private List<Export> many(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var exports = new ArrayList<Export>();
        while (found.next()) {
          exports.add(exportOf(connection, found));
        }
        return exports;
      }
    }
  }

  private static List<ResultFile> files(Connection connection, String tenant, UUID export)
      throws SQLException {
    try (var statement = connection.prepareStatement(FILES)) {
      Values.bind(statement, tenant, export);
      try (var found = statement.executeQuery()) {
        var files = new ArrayList<ResultFile>();
        while (found.next()) {
          files.add(
              new ResultFile(
                  found.getString("name"),
                  found.getLong("bytes"),
                  found.getLong("rows"),
                  found.getString("sha256")));
        }
        return files;
      }
    }
  }

  private Export exportOf(Connection connection, ResultSet row) throws SQLException {
    var tenant = row.getString("tenant_id");
    var id = row.getObject("id", UUID.class);
    return new Export(
        new TenantId(tenant),
        id,
        new Actor(
            row.getString("owner_issuer"),
            row.getString("owner_subject"),
            row.getString("owner_name")),
        requestOf(row),
        row.getObject("execution_id", UUID.class),
        ExportState.of(row.getString("state")),
        outcomeOf(row),
        row.getBoolean("is_cancelled"),
        row.getInt("attempts"),
        row.getInt("submission"),
        row.getString("folder") == null
            ? null
            : new Folder(row.getString("bucket"), row.getString("folder")),
        new Progress(
            new ResultPlace(row.getString("next_cursor"), row.getLong("next_skip")),
            row.getBoolean("has_all_rows"),
            Values.instant(row, "completed_at"),
            row.getString("previous_statement")),
        files(connection, tenant, id),
        row.getLong("fencing_token"),
        Values.time(row, "created_at"),
        Values.instant(row, "started_at"),
        Values.instant(row, "ended_at"));
  }

  private ExportRequest requestOf(ResultSet row) throws SQLException {
    var query = Values.read(json, row, "query", ScheduledQuery.class);
    var run = row.getObject("run_id", UUID.class);
    return new ExportRequest(
        query == null ? row.getObject("execution_id", UUID.class) : null,
        query,
        ExportFormat.of(row.getString("format")).orElseThrow(),
        row.getObject("destination_id", UUID.class),
        run == null ? null : new OfRun(run, row.getObject("schedule_id", UUID.class)));
  }

  @SuppressWarnings("unchecked")
  private Outcome outcomeOf(ResultSet row) throws SQLException {
    return new Outcome(
        DeliveryStatus.valueOf(row.getString("delivery_status")),
        row.getString("reason"),
        (Map<String, Object>) Values.read(json, row, "problem", Map.class));
  }
}
