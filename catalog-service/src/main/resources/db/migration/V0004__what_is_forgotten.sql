-- What is over is forgotten after a while: invitations that were used or have run out, and the moments of
-- changed roles. Found by time.
create index ix_invitations_expires_at on invitations (expires_at);
create index ix_role_changes_changed_at on role_changes (changed_at);
comment on table invitations is 'forgotten 90 days after they ran out';
comment on table role_changes is 'tokens from before a change or removal of a role are refused in that tenant; forgotten after a year, when no session from before is left';
comment on column outbox.transaction_id is 'not read any more; rows are published once they are committed';
