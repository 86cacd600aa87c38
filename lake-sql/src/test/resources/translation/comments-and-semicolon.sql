-- what ran?
/* several
lines */
select eventID -- the id
from $EDS_ID limit all ; -- done
