-- Nothing ever wrote parts: an original is kept in its row, of something too long its beginning.
drop table dead_letter_parts;
comment on column dead_letters.original is 'bytes as they were received; of something longer than an event may be, its beginning';
comment on column dead_letters.length is 'bytes that are kept of the original';
