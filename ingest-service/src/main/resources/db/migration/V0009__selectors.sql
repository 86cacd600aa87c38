-- Which events a store takes in.
alter table event_data_stores add column selectors jsonb;
comment on column event_data_stores.selectors is 'advanced event selectors in Lake''s form; null takes all events';
