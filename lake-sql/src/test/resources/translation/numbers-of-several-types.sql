select count(*) from $EDS_ID where calendarday > 20230501.5 and calendarday < 2.0240101e7 and 20230502 <= calendarday
