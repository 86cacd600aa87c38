-- title: Container images that were pushed by hand
-- description: >
--   Pushes to ECR by others than the pipelines. What lies in a repository is run by the next
--   deployment.
-- category: containers
-- tags: [ecr, image, supply chain, push]
-- events: [ecr.amazonaws.com/PutImage]
-- attack: [T1525]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the image was pushed
--   - name: pipelines
--     type: list
--     default: [Deployment, CodeBuild]
--     help: Names of roles that push images by plan
-- columns:
--   eventTime: When the image was pushed
--   repository: Name of the repository
--   tag: Tag of the image
--   digest: Digest of the image
--   who: ARN of who pushed it
--   account: Account of the repository
--   address: Where it came from
-- finding: Build the tag again by the pipeline, and see which tasks ran the image meanwhile.
-- falseAlarms: Developers that push to repositories of their own.
SELECT
  eventTime,
  element_at(requestParameters, 'repositoryName') AS repository,
  element_at(requestParameters, 'imageTag') AS tag,
  json_extract_scalar(element_at(responseElements, 'image'), '$.imageId.imageDigest') AS digest,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecr.amazonaws.com'
  AND eventName = 'PutImage'
  AND errorCode IS NULL
  AND NOT (coalesce(userIdentity.sessionContext.sessionIssuer.userName, '') IN ({{pipelines}}))
ORDER BY eventTime DESC, eventID
