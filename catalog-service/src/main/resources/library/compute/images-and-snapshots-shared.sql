-- title: Images and volume snapshots shared with others
-- description: >
--   Machine images and snapshots of volumes that another account, or everybody, may use. They
--   hold whole disks.
-- category: compute
-- tags: [ami, ebs, snapshot, share, exfiltration]
-- events: [ec2.amazonaws.com/ModifySnapshotAttribute, ec2.amazonaws.com/ModifyImageAttribute]
-- attack: [T1537]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was shared
-- columns:
--   eventTime: When it was shared
--   resource: Id of the image or of the snapshot
--   accounts: Accounts that may use it
--   public: Whether everybody may use it
--   who: ARN of who shared it
--   account: Account of the resource
--   region: Region of the resource
-- finding: Take the permission back. For a public one assume that somebody has copied it.
-- falseAlarms: Golden images for the other accounts of the organization.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'snapshotId'), element_at(requestParameters, 'imageId')) AS resource,
  regexp_extract_all(
    json_format(json_extract(coalesce(element_at(requestParameters, 'createVolumePermission'), element_at(requestParameters, 'launchPermission')), '$.add')),
    '"userId":"([0-9]{12})"', 1) AS accounts,
  regexp_like(
    json_format(json_extract(coalesce(element_at(requestParameters, 'createVolumePermission'), element_at(requestParameters, 'launchPermission')), '$.add')),
    '"group":"all"') AS public,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('ModifySnapshotAttribute', 'ModifyImageAttribute')
  AND errorCode IS NULL
  AND json_extract(coalesce(element_at(requestParameters, 'createVolumePermission'), element_at(requestParameters, 'launchPermission')), '$.add') IS NOT NULL
ORDER BY public DESC, eventTime DESC, eventID
