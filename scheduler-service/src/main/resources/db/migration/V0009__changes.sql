-- The change ledger: each write event of a tenant with what is said of it, and by what it is judged.

create table change_events (
    tenant_id        text        not null,
    change_id        text        not null,
    event_time       timestamptz not null,
    facts            jsonb       not null,
    group_id         text        not null,
    account_id       text,
    service          text        not null,
    who              text        not null,
    origin           text        not null,
    origin_reason    text        not null,
    verdict          text        not null,
    reason           text        not null,
    approval_system  text,
    approval_id      text,
    rule_id          uuid,
    nearest_approval text,
    nearest_reason   text,
    due_at           timestamptz,
    review           text        not null,
    review_system    text,
    review_approval  text,
    reviewer         text,
    review_reason    text,
    reviewed_at      timestamptz,
    revision         bigint      not null,
    decided_at       timestamptz not null,
    constraint pk_change_events primary key (tenant_id, change_id),
    constraint ck_change_events_verdict check (verdict in
        ('pending', 'approved', 'approved-late', 'emergency', 'automated', 'exempt', 'unapproved')),
    constraint ck_change_events_review check (review in ('none', 'accepted', 'violation', 'attached')),
    constraint ck_change_events_due check ((verdict = 'pending') = (due_at is not null))
);
create index ix_change_events_newest on change_events (tenant_id, event_time desc, change_id desc);
create index ix_change_events_group on change_events (tenant_id, group_id);
create index ix_change_events_due_at on change_events (tenant_id, due_at) where due_at is not null;
create index ix_change_events_rule on change_events (tenant_id, rule_id, event_time desc) where rule_id is not null;
create index ix_change_events_queue on change_events (tenant_id, event_time desc, change_id desc)
    where verdict in ('unapproved', 'emergency') and review in ('none', 'violation');
comment on table change_events is 'write events with their newest verdict. Life: as long as the tenant';
comment on column change_events.change_id is 'names the event for good, in whichever store it is found';
comment on column change_events.group_id is 'the earliest change of those that belong together';
comment on column change_events.due_at is 'when a pending change becomes unapproved';
comment on column change_events.revision is 'grows with each verdict, review and group';

create table change_links (
    tenant_id  text        not null,
    link       uuid        not null,
    event_time timestamptz not null,
    change_id  text        not null,
    constraint pk_change_links primary key (tenant_id, link, event_time, change_id),
    constraint fk_change_links_change foreign key (tenant_id, change_id)
        references change_events (tenant_id, change_id) on delete cascade
);
comment on table change_links is 'what changes can be joined by. Life: as their change';
comment on column change_links.link is 'digest of a session with a resource or service';

create table change_verdicts (
    tenant_id  text        not null,
    change_id  text        not null,
    revision   bigint      not null,
    record     jsonb       not null,
    decided_at timestamptz not null,
    constraint pk_change_verdicts primary key (tenant_id, change_id, revision),
    constraint fk_change_verdicts_change foreign key (tenant_id, change_id)
        references change_events (tenant_id, change_id) on delete cascade
);
comment on table change_verdicts is 'all that was said of changes, never overwritten. Life: as their change';

create table change_rules (
    tenant_id  text        not null,
    id         uuid        not null,
    kind       text        not null,
    name       text        not null,
    scope      jsonb       not null,
    reason     text        not null,
    owner      text        not null,
    expires_at timestamptz,
    version    integer     not null,
    changed_at timestamptz not null,
    constraint pk_change_rules primary key (tenant_id, id),
    constraint uq_change_rules_name unique (tenant_id, name),
    constraint ck_change_rules_kind check (kind in ('exclusion', 'automation'))
);
comment on table change_rules is 'exclusions and known automations. Life: until deleted';

create table change_settings (
    tenant_id  text        not null,
    settings   jsonb       not null,
    version    integer     not null,
    changed_at timestamptz not null,
    constraint pk_change_settings primary key (tenant_id)
);
comment on table change_settings is 'how a tenant''s changes are read and judged, where that is not the default. Life: as long as the tenant';

create table change_rejudgements (
    tenant_id  text        not null,
    id         uuid        not null,
    from_time  timestamptz not null,
    to_time    timestamptz not null,
    is_open    boolean     not null,
    after_id   text        not null default '',
    constraint pk_change_rejudgements primary key (tenant_id, id)
);
comment on table change_rejudgements is 'ranges of event time whose changes are to be judged anew. Life: until done';
comment on column change_rejudgements.is_open is 'whether only those are meant that no approval covers';
comment on column change_rejudgements.from_time is 'what is left begins there, after the change after_id';

create table ledger_progress (
    tenant_id        text        not null,
    covered_position bigint,
    step             bigint,
    instance_id      uuid,
    leased_until     timestamptz,
    fencing_token    bigint      not null default 0,
    constraint pk_ledger_progress primary key (tenant_id)
);
comment on table ledger_progress is 'how far the events of a tenant are in its ledger, and who goes on. Life: as long as the tenant';
comment on column ledger_progress.covered_position is 'events below it are in the ledger; null where none was looked for yet';
comment on column ledger_progress.step is 'how many positions are read at once, where all at once were too many';
comment on column ledger_progress.fencing_token is 'grows with each lease: whoever has an older one changes nothing any more';
