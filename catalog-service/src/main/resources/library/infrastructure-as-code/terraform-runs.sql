-- title: Runs of Terraform and other tools
-- description: >
--   Changes by tools for infrastructure as code, by tool, principal and day. The tools name
--   themselves in the user agent.
-- category: infrastructure-as-code
-- tags: [terraform, pulumi, cdk, opentofu, tool]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
-- columns:
--   day: The day, UTC
--   tool: Name of the tool
--   who: ARN of who ran it
--   account: Account that was changed
--   changes: Number of changes
--   failures: How many of them failed
--   fromAddresses: Where it ran
-- finding: A run by a person's own user, or from an address that is no pipeline, went past review.
-- falseAlarms: Developers in accounts of their own.
SELECT
  date(eventTime) AS day,
  regexp_extract(userAgent, 'OpenTofu|Terraform|Pulumi|aws-cdk|Ansible') AS tool,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  count(*) AS changes,
  count(errorCode) AS failures,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS fromAddresses
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND readOnly = false
  AND regexp_like(userAgent, 'OpenTofu|Terraform|Pulumi|aws-cdk|Ansible')
GROUP BY date(eventTime), regexp_extract(userAgent, 'OpenTofu|Terraform|Pulumi|aws-cdk|Ansible'), userIdentity.arn, recipientAccountId
ORDER BY day DESC, changes DESC, who
