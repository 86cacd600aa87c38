select 'all' as what, eventSource, count(*) as n from $EDS_ID group by 1, 2 order by n desc, 2
