select sum(ingestPosition), sum(calendarday), sum(1), sum(1e0), sum(distinct ingestPosition) from $EDS_ID where ingestPosition < 100
