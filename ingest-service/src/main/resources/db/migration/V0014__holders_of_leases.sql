-- Who holds a job's lease: only the holder renews and releases it, and a run that lost it finds out.
alter table job_leases add column holder uuid;
comment on column job_leases.holder is 'one run of the job; null of releases that did not say';
