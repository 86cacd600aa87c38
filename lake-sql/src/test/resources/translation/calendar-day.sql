select calendarday, count(*) from $EDS_ID where calendarday between 20230501 and 20231231 and not calendarday in (20230502) group by calendarday order by 1
