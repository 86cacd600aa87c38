/** What stands in an empty editor: the newest events, and who caused them. */
export const FIRST_STATEMENT = `SELECT eventTime, eventName, eventSource, userIdentity.arn, sourceIPAddress
FROM $EDS_ID
ORDER BY eventTime DESC
LIMIT 100`;
