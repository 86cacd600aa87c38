package io.tarn.scheduler.approval;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of versions of approvals, in transactions of the callers.
@ApplicationScoped
class ApprovalRows implements Approvals {
  private static final String HISTORIES =
      """
      select v.* from approval_versions v
      join unnest(?::text[], ?::text[]) as k (system, approval_id) using (system, approval_id)
      where v.tenant_id = ? order by v.system, v.approval_id, v.version""";
  private static final String AROUND =
      """
      select v.* from approval_versions v
      where v.tenant_id = ? and (v.system, v.approval_id) in (
        select system, approval_id from approval_versions
        where tenant_id = ? and window_end > ? and window_start <= ?)
      order by v.system, v.approval_id, v.version""";
  private static final String INSERT =
      """
      insert into approval_versions (tenant_id, system, approval_id, version, is_latest, state,
        title, requester, approvers, window_start, window_end, scope, is_emergency, changed_at,
        received_at, link)
      values (?, ?, ?, ?, false, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?)""";
  private static final String OUTDATE =
      """
      update approval_versions set is_latest = false
      where tenant_id = ? and system = ? and approval_id = ? and is_latest and version <> ?""";
  private static final String CROWN =
      """
      update approval_versions set is_latest = true
      where tenant_id = ? and system = ? and approval_id = ? and version = ?""";

  private final ObjectMapper json;

  ApprovalRows(ObjectMapper json) {
    this.json = json;
  }

  /// Lets nobody else add versions of the tenant until the transaction ends.
  void lockToAdd(Connection connection, TenantId tenant) throws SQLException {
    try (var lock =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      Values.bind(lock, "approvals." + tenant.value());
      lock.execute();
    }
  }

  /// Those of the approvals that are known.
  Map<ApprovalKey, ApprovalHistory> histories(
      Connection connection, TenantId tenant, Collection<ApprovalKey> keys) throws SQLException {
    var systems = keys.stream().map(ApprovalKey::system).toArray();
    var ids = keys.stream().map(ApprovalKey::id).toArray();
    var found = new LinkedHashMap<ApprovalKey, ApprovalHistory>();
    for (var history :
        histories(
            connection,
            HISTORIES,
            connection.createArrayOf("text", systems),
            connection.createArrayOf("text", ids),
            tenant.value())) {
      found.put(keyOf(history.latest()), history);
    }
    return found;
  }

  @Override
  public List<ApprovalHistory> around(
      Connection connection, TenantId tenant, Instant from, Instant to) throws SQLException {
    return histories(connection, AROUND, tenant.value(), tenant.value(), from, to);
  }

  private List<ApprovalHistory> histories(Connection connection, String sql, Object... values)
      throws SQLException {
    var versions = new LinkedHashMap<ApprovalKey, List<Approval>>();
    for (var version : many(connection, sql, List.of(values))) {
      versions.computeIfAbsent(keyOf(version), _ -> new ArrayList<>()).add(version);
    }
    return versions.values().stream().map(ApprovalHistory::new).toList();
  }

  static ApprovalKey keyOf(Approval version) {
    return new ApprovalKey(version.system(), version.id());
  }

  /// Adds versions; none is the newest yet.
  void insert(Connection connection, List<Approval> versions) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      for (var version : versions) {
        Values.bind(statement, values(version));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Makes these versions the newest of their approvals.
  void crown(Connection connection, Collection<Approval> latest) throws SQLException {
    try (var outdate = connection.prepareStatement(OUTDATE);
        var crown = connection.prepareStatement(CROWN)) {
      for (var version : latest) {
        for (var statement : List.of(outdate, crown)) {
          Values.bind(
              statement,
              version.tenant().value(),
              version.system(),
              version.id(),
              version.version());
          statement.addBatch();
        }
      }
      outdate.executeBatch();
      crown.executeBatch();
    }
  }

  /// The newest versions after a place in the list, those first that changed last.
  ///
  /// @param after the last one seen; null for the beginning
  List<Approval> list(
      Connection connection,
      TenantId tenant,
      ApprovalFilter filter,
      ApprovalService.@Nullable Place after,
      int limit)
      throws SQLException {
    var sql =
        new StringBuilder("select * from approval_versions where tenant_id = ? and is_latest");
    var values = new ArrayList<@Nullable Object>(List.of(tenant.value()));
    if (filter.state() != null) {
      restrict(sql, values, " and state = ?", filter.state().wireName());
    }
    if (filter.system() != null) {
      restrict(sql, values, " and system = ?", filter.system());
    }
    if (filter.text() != null) {
      restrict(
          sql,
          values,
          " and position(lower(?) in lower(concat_ws(' ', approval_id, title, requester))) > 0",
          filter.text());
    }
    if (filter.from() != null) {
      restrict(sql, values, " and window_end > ?", filter.from());
    }
    if (filter.to() != null) {
      restrict(sql, values, " and window_start < ?", filter.to());
    }
    if (after != null) {
      sql.append(" and (changed_at, system, approval_id) < (?, ?, ?)");
      values.addAll(List.of(after.changedAt(), after.system(), after.id()));
    }
    restrict(
        sql, values, " order by changed_at desc, system desc, approval_id desc limit ?", limit);
    return many(connection, sql.toString(), values);
  }

  private static void restrict(
      StringBuilder sql, List<@Nullable Object> values, String condition, Object value) {
    sql.append(condition);
    values.add(value);
  }

  private List<@Nullable Object> values(Approval version) {
    var values = new ArrayList<@Nullable Object>();
    values.add(version.tenant().value());
    values.add(version.system());
    values.add(version.id());
    values.add(version.version());
    values.add(version.state().wireName());
    values.add(version.title());
    values.add(version.requester());
    values.add(Values.json(json, version.approvers()));
    values.add(version.windowStart());
    values.add(version.windowEnd());
    values.add(Values.json(json, version.scope()));
    values.add(version.isEmergency());
    values.add(version.changedAt());
    values.add(version.receivedAt());
    values.add(version.link());
    return values;
  }

  private List<Approval> many(
      Connection connection, String sql, List<? extends @Nullable Object> values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values.toArray());
      try (var found = statement.executeQuery()) {
        var versions = new ArrayList<Approval>();
        while (found.next()) {
          versions.add(versionOf(found));
        }
        return versions;
      }
    }
  }

  private Approval versionOf(ResultSet row) throws SQLException {
    return new Approval(
        new TenantId(row.getString("tenant_id")),
        row.getString("system"),
        row.getString("approval_id"),
        row.getLong("version"),
        ApprovalState.of(row.getString("state")).orElseThrow(),
        row.getString("title"),
        row.getString("requester"),
        List.of(Objects.requireNonNull(Values.read(json, row, "approvers", String[].class))),
        Values.time(row, "window_start"),
        Values.time(row, "window_end"),
        Objects.requireNonNull(Values.read(json, row, "scope", ApprovalScope.class)),
        row.getBoolean("is_emergency"),
        Values.time(row, "changed_at"),
        Values.time(row, "received_at"),
        row.getString("link"));
  }
}
