select count(*), count(errorCode), count(distinct eventSource), count(readOnly) from $EDS_ID
