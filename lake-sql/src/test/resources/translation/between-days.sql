select eventID from $EDS_ID where eventTime between timestamp '2023-05-01 10:00:00.001' and '2023-05-02 00:00:00' order by 1
