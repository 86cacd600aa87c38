-- Executions of kept queries, and values of parameters.

alter table executions
    add column query_id         uuid,
    add column query_version    integer,
    add column parameters       jsonb not null default '[]',
    add column parameter_values jsonb not null default '{}';
comment on column executions.query_id is 'the kept query that was run; null for a statement of the caller''s own';
comment on column executions.parameters is 'declarations of what {{name}} in the statement stands for';
comment on column executions.parameter_values is 'values by name, as they were given';
