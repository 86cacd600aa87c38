-- What jobs look for every few seconds, or once an hour in tables that hold months.
create index ix_upload_files_undrained on upload_files (alive_at) where state = 'BROKEN' and not is_exact;
create index ix_uploads_finished on uploads (completed_at) where state in ('COMPLETED', 'FAILED', 'WITHDRAWN');
create index ix_withdrawals_open on withdrawals (requested_at) where completed_at is null;
create index ix_digest_files_received on digest_files (tenant_id, received_at);
