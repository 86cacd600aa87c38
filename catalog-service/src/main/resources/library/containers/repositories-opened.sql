-- title: Image repositories opened to others
-- description: >
--   Policies of ECR repositories and registries that name other accounts or everybody.
-- category: containers
-- tags: [ecr, repository policy, public]
-- events: [ecr.amazonaws.com/SetRepositoryPolicy, ecr.amazonaws.com/PutRegistryPolicy]
-- attack: [T1525]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was opened
-- columns:
--   eventTime: When it was opened
--   repository: Name of the repository; empty for the registry
--   otherAccounts: Accounts in the policy
--   openToAll: Whether the policy names everybody
--   who: ARN of who did it
--   account: Account of the repository
-- finding: Check whether the others may also push; then your deployments run their images.
-- falseAlarms: Accounts of your organization that pull from a central registry.
SELECT
  eventTime,
  element_at(requestParameters, 'repositoryName') AS repository,
  array_distinct(regexp_extract_all(element_at(requestParameters, 'policyText'), '[^0-9]([0-9]{12})[^0-9]', 1)) AS otherAccounts,
  regexp_like(element_at(requestParameters, 'policyText'), '"(AWS|Principal)"\s*:\s*(\[\s*)?"\*"') AS openToAll,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecr.amazonaws.com'
  AND eventName IN ('SetRepositoryPolicy', 'PutRegistryPolicy')
  AND errorCode IS NULL
ORDER BY openToAll DESC, eventTime DESC, eventID
