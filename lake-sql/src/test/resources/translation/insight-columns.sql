select * from insight order by eventTime
