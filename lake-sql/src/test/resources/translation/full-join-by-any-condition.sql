-- A full join whose condition has nothing equal on both sides.
select a.eventID as one, b.n as other
from (select eventID from $EDS_ID where eventID < 'e4') as a
full join (values 2, 9) as b (n) on cast(substr(a.eventID, 2) as integer) >= b.n
order by 1, 2
