-- Twins of the casts, which give NULL where the cast fails: lake.try_to_bigint(text) of lake.to_bigint(text).
do $$
declare
  failing record;
begin
  for failing in
    select p.proname as name, pg_get_function_arguments(p.oid) as parameters, pg_get_function_result(p.oid) as result,
      array_to_string(p.proargnames, ', ') as arguments
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'lake'
      and p.proname ~ '^(to_(boolean|tinyint|smallint|integer|bigint|real|double|decimal|date|time|timestamp|zoned|inet|uuid)|(tinyint|smallint|integer|bigint|decimal)_of|(varchar|boolean|tinyint|smallint|integer|bigint|real|double|decimal)_of_json|from_json|json_parse)$'
  loop
    execute format(
      'create or replace function lake.try_%s(%s) returns %s language plpgsql immutable strict parallel safe as '
      '$body$ begin return lake.%1$s(%4$s); exception when data_exception then return null; end $body$',
      failing.name, failing.parameters, failing.result, failing.arguments);
  end loop;
end $$;
