-- title: Risky acts in source control
-- description: >
--   Repositories that were made public or deleted, protections of branches that were lifted, and
--   keys and people that were added. Runs over a store of events from outside AWS.
-- category: outside-aws
-- tags: [github, repository, branch protection, source code]
-- events: ["*/*"]
-- attack: [T1213.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
--   - name: actions
--     type: list
--     default: [repo.access, repo.destroy, repo.transfer, protected_branch.destroy, protected_branch.policy_override, public_key.create, deploy_key.create, org.add_member, org.invite_member]
--     help: Actions that count as risky
-- columns:
--   eventTime: When it was done
--   action: What was done
--   repository: Name of the repository
--   visibility: Visibility, where the event has it
--   person: Id of who did it
--   address: Where it came from
-- finding: >
--   A repository that became public is to be made private, and every secret in its history
--   changed.
-- falseAlarms: Open source work; new colleagues.
SELECT
  eventTime,
  eventData.eventName AS action,
  coalesce(element_at(eventData.userIdentity.details, 'Repository'), element_at(eventData.requestParameters, 'repo')) AS repository,
  element_at(eventData.requestParameters, 'visibility') AS visibility,
  eventData.userIdentity.principalId AS person,
  eventData.sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventData.eventName IN ({{actions}})
ORDER BY eventTime DESC, eventID
