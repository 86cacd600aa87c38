select 1 as one where 'a' < 'b'
