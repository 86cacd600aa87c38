package io.tarn.common.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a tenant's login must not be able to do, asked of the database under that login.
/// Readiness fails where the list is not empty: somebody has undone a part of
/// `installation.sql`, or an upgrade of PostgreSQL has brought new functions.
public final class TenantReach {
  private static final String FUNCTIONS =
      """
      select p.oid::regprocedure::text
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.prokind in ('f', 'p')
        and p.proname ~ '^(set_config|pg_sleep.*|pg_(try_)?advisory.*|pg_notify|lo_.*|loread|lowrite\
      |(query|cursor|table|schema|database)_to_xml.*|ts_stat|ts_rewrite|pg_read_.*|pg_ls_.*|pg_stat_.*\
      |pg_(cancel|terminate)_backend|pg_log_.*|pg_logical_.*|pg_current_logfile|pg_export_snapshot\
      |pg_switch_wal|pg_(relation|table|total_relation|database|indexes|tablespace)_size\
      |pg_lock_status|pg_prepared_xact|pg_current_xact_id|txid_current|dblink.*)$'
        and pg_catalog.has_function_privilege(p.oid, 'execute')
      order by 1""";
  private static final String RELATIONS =
      """
      select c.oid::regclass::text
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'pg_catalog' and c.relkind in ('r', 'v')
        and c.relname ~ '^(pg_stat.*|pg_locks|pg_prepared_.*|pg_roles|pg_user|pg_shadow|pg_authid\
      |pg_auth_members|pg_db_role_setting|pg_largeobject.*)$'
        and pg_catalog.has_table_privilege(c.oid, 'select')
      order by 1""";
  private static final String DATABASE =
      """
      select 'temporary tables'
      where pg_catalog.has_database_privilege(pg_catalog.current_database(), 'temporary')
      union all
      select 'new schemas'
      where pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')
      union all
      select 'new functions of lake' from pg_catalog.pg_namespace
      where nspname = 'lake' and pg_catalog.has_schema_privilege(oid, 'create')
      union all
      select 'schema ' || nspname from pg_catalog.pg_namespace
      where nspname not in ('pg_catalog', 'information_schema', 'lake')
        and nspname <> current_user
        and pg_catalog.has_schema_privilege(oid, 'usage')""";

  private TenantReach() {}

  /// Names of what this login can reach and should not; empty when all is shut.
  public static List<String> violations(Connection tenant) throws SQLException {
    var found = new ArrayList<String>();
    for (var query : List.of(FUNCTIONS, RELATIONS, DATABASE)) {
      try (var statement = tenant.createStatement();
          var rows = statement.executeQuery(query)) {
        collect(rows, found);
      }
    }
    return List.copyOf(found);
  }

  private static void collect(ResultSet rows, List<String> found) throws SQLException {
    while (rows.next()) {
      found.add(rows.getString(1));
    }
  }
}
