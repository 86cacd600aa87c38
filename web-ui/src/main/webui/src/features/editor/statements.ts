/** Initial statement of the editor: the newest events and their users. */
export const FIRST_STATEMENT = `SELECT eventTime, eventName, eventSource, userIdentity.arn, sourceIPAddress
FROM $EDS_ID
ORDER BY eventTime DESC
LIMIT 100`;
