select 1, 'a' from $EDS_ID group by ()
