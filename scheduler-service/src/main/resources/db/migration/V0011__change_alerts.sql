-- Channels are told of changes, too: once for each group and state of it.

create table change_alerts (
    tenant_id text        not null,
    group_id  text        not null,
    state     text        not null,
    told_at   timestamptz not null,
    constraint pk_change_alerts primary key (tenant_id, group_id),
    constraint ck_change_alerts_state check (state in ('unapproved', 'emergency', 'resolved'))
);
comment on table change_alerts is 'what channels were told last of groups of changes. Life: as long as the tenant';
comment on column change_alerts.group_id is 'the earliest change of those that belong together';

alter table notifications add column change_id text;
comment on column notifications.change_id is 'the change that a notification tells of; null where it tells of a run or is a test';
comment on column notifications.run_id is 'the run that a notification tells of; null where it tells of changes or is a test';
comment on column notifications.notice is 'what is told, as it was when the run ended or the changes were judged; null for a test of the channel';
comment on table notifications is 'what is told to channels, one for each run or group of changes and channel, and tests. Life: for a time from ended_at';
