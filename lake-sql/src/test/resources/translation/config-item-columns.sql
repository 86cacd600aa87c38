select * from config order by eventTime
