select * from activity order by eventTime
