SELECT "s0"."event_id" AS "c0", "s0"."user_identity_session_context_session_issuer_user_name" AS "c1", CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array(CASE WHEN (("s0"."struct_presence" & 4) <> 0) THEN jsonb_build_array(to_char("s0"."user_identity_session_context_attributes_creation_date", 'YYYY-MM-DD HH24:MI:SS.MS'), "s0"."user_identity_session_context_attributes_mfa_authenticated") END, CASE WHEN (("s0"."struct_presence" & 8) <> 0) THEN jsonb_build_array("s0"."user_identity_session_context_session_issuer_type", "s0"."user_identity_session_context_session_issuer_principal_id", "s0"."user_identity_session_context_session_issuer_arn", "s0"."user_identity_session_context_session_issuer_account_id", "s0"."user_identity_session_context_session_issuer_user_name") END, CASE WHEN (("s0"."struct_presence" & 16) <> 0) THEN jsonb_build_array("s0"."user_identity_web_id_federation_data_federated_provider", "s0"."user_identity_web_id_federation_data_attributes") END, "s0"."user_identity_session_context_source_identity", "s0"."user_identity_session_context_ec2_role_delivery", "s0"."user_identity_session_context_ec2_issued_in_vpc") END AS "c2"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE (NOT (("s0"."struct_presence" & 1) = 0))
  AND (NOT (NOT (("s0"."struct_presence" & 16) = 0)))
ORDER BY 1 ASC
-- = eventID varchar
-- = username varchar
-- = sessioncontext row(attributes row(creationdate timestamp(3), mfaauthenticated varchar), sessionissuer row(type varchar, principalid varchar, arn varchar, accountid varchar, username varchar), webidfederationdata row(federatedprovider varchar, attributes map(varchar, varchar)), sourceidentity varchar, ec2roledelivery varchar, ec2issuedinvpc varchar)
-- rows
-- e1 | NULL | null
-- e2 | NULL | null
-- e3 | Admin | {attributes=null, sessionissuer={type=null, principalid=null, arn=arn:aws:iam::1:role/Admin, accountid=null, username=Admin}, webidfederationdata=null, sourceidentity=null, ec2roledelivery=null, ec2issuedinvpc=null}
