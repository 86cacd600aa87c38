select count(*) from $EDS_ID having max(eventTime) > '2024-06-01'
