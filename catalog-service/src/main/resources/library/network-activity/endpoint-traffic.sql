-- title: What goes through VPC endpoints
-- description: >
--   Calls by endpoint, service and day, as a picture of normal use before a policy is written.
-- category: network-activity
-- tags: [vpc endpoint, vpce, baseline, usage]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the endpoint was used
--   - name: endpoint
--     type: text
--     required: false
--     maxLength: 64
--     help: Only this endpoint
-- columns:
--   day: The day, UTC
--   endpoint: Id of the endpoint
--   service: Service that was called
--   calls: Number of calls
--   principals: Different callers
--   actions: Different actions, at most twenty
-- finding: What shows here every day belongs into the policy of the endpoint; the rest does not.
-- falseAlarms: A week without the end of the month is no full picture.
SELECT
  date(eventTime) AS day,
  vpcEndpointId AS endpoint,
  eventSource AS service,
  count(*) AS calls,
  count(DISTINCT coalesce(userIdentity.arn, userIdentity.principalId)) AS principals,
  slice(array_sort(array_agg(DISTINCT eventName)), 1, 20) AS actions
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventCategory = 'NetworkActivity'
  AND errorCode IS NULL
  AND ({{endpoint}} IS NULL OR vpcEndpointId = {{endpoint}})
GROUP BY date(eventTime), vpcEndpointId, eventSource
ORDER BY day DESC, calls DESC, endpoint, service
