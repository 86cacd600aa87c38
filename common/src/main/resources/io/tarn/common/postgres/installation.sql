-- What an installation needs in its database before the services start. Run once by a superuser, connected
-- to Tarn's own database; it can be repeated at any time, and is repeated after an upgrade of PostgreSQL.
-- Passwords are not in here: they are derived from the master secret and set by whoever runs this.

-- Logins of the services, the group that all of them are in, and the group of all tenants' logins.
do $$
declare
  name text;
begin
  foreach name in array array['tarn_services', 'tarn_tenants'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
  foreach name in array array['catalog', 'ingest', 'query', 'scheduler'] loop
    if not exists (select from pg_roles where rolname = 'tarn_' || name) then
      execute format('create role %I login', 'tarn_' || name);
    end if;
    execute format('grant tarn_services to %I', 'tarn_' || name);
    execute format('create schema if not exists %I authorization %I', name, 'tarn_' || name);
    execute format('alter role %I set search_path = %I', 'tarn_' || name, name);
    execute format('alter role %I set timezone = %L', 'tarn_' || name, 'UTC');
  end loop;
end $$;

-- Words that are nearly right find queries, too.
create extension if not exists pg_trgm schema catalog;

-- ingest-service makes the tenants' schemas and logins, and sets limits for them.
alter role tarn_ingest createrole;
grant tarn_tenants to tarn_ingest with admin option, inherit false, set false;
grant set on parameter temp_file_limit to tarn_ingest, tarn_tenants;

-- No database of this server is open to everybody. What is shut below is shut in this database only, so the
-- tenants' logins must not reach another one.
do $$
declare
  name text;
begin
  for name in select datname from pg_database where datallowconn loop
    execute format('revoke all on database %I from public', name);
  end loop;
  execute format('grant connect on database %I to tarn_services, tarn_tenants', current_database());
  execute format('grant create on database %I to tarn_ingest', current_database());
end $$;
revoke all on schema public from public;
revoke usage on language plpgsql, sql from public;
grant usage on language plpgsql, sql to tarn_services;

-- Functions that reach outside of a query: settings, files, locks, messages, large objects, other sessions,
-- statements in a text, sizes of other tenants' tables.
do $$
declare
  outside record;
begin
  for outside in
    select p.oid::regprocedure as signature
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'pg_catalog' and p.prokind in ('f', 'p')
      and p.proname ~ '^(set_config|pg_sleep.*|pg_(try_)?advisory.*|pg_notify|pg_listening_channels|lo_.*|loread|lowrite|(query|cursor|table|schema|database)_to_xml.*|ts_stat|ts_rewrite|pg_read_.*|pg_ls_.*|pg_stat_.*|pg_(cancel|terminate)_backend|pg_log_.*|pg_logical_.*|pg_current_logfile|pg_export_snapshot|pg_(current|switch|walfile|last).*|pg_wal_.*|txid_current|pg_.*_size|pg_relation_filepath|pg_lock_status|pg_prepared_xact|pg_prepared_statement|pg_cursor|pg_.*blocking_pids|pg_.*slot.*|pg_.*replication.*|pg_backup.*|pg_promote|pg_reload_conf|pg_rotate_logfile.*|pg_create_restore_point|pg_import_system_collations|pg_(clear|restore)_.*stats|pg_get_(backend_memory_contexts|shmem_allocations.*|wal_.*)|pg_.*file_(rules|settings|mappings)|pg_show_all_file_settings|binary_upgrade_.*|dblink.*)$'
      and p.proname !~ '^(pg_current_snapshot|pg_size_pretty|pg_size_bytes|pg_column_size|pg_current_xact_id_if_assigned)$'
  loop
    execute format('revoke execute on function %s from public', outside.signature);
  end loop;

  -- What the services, their migrations and their drivers use of these.
  for outside in
    select p.oid::regprocedure as signature
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'pg_catalog' and p.prokind = 'f'
      and p.proname ~ '^(set_config|pg_(try_)?advisory.*|pg_current_xact_id|txid_current|pg_.*_size|pg_sleep.*|pg_lock_status|pg_stat_get_.*)$'
  loop
    execute format('grant execute on function %s to tarn_services', outside.signature);
  end loop;
end $$;

-- Views and tables that show other sessions, other roles, statistics and settings of others.
do $$
declare
  hidden record;
begin
  for hidden in
    select c.oid::regclass as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'pg_catalog' and c.relkind in ('r', 'v')
      and c.relname ~ '^(pg_stat.*|pg_locks|pg_prepared_.*|pg_cursors|pg_roles|pg_user|pg_group|pg_shadow|pg_user_mappings|pg_auth_members|pg_db_role_setting|pg_shmem_.*|pg_replication_.*|pg_publication.*|pg_subscription.*|pg_policies|pg_policy|pg_file_settings|pg_hba_file_rules|pg_ident_file_mappings|pg_backend_memory_contexts|pg_aios|pg_wait_events|pg_largeobject.*|pg_parameter_acl|pg_default_acl|pg_seclabel.*|pg_shseclabel)$'
  loop
    execute format('revoke all on %s from public', hidden.name);
  end loop;
end $$;
grant select on pg_roles, pg_auth_members, pg_locks, pg_stat_activity, pg_stat_user_tables to tarn_services;
