SELECT "s0"."user_identity_type" AS "c0", "s0"."user_identity_principal_id" AS "c1", "s0"."user_identity_arn" AS "c2", "s0"."user_identity_account_id" AS "c3", "s0"."user_identity_access_key_id" AS "c4", "s0"."user_identity_user_name" AS "c5", CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array(CASE WHEN (("s0"."struct_presence" & 4) <> 0) THEN jsonb_build_array(to_char("s0"."user_identity_session_context_attributes_creation_date", 'YYYY-MM-DD HH24:MI:SS.MS'), "s0"."user_identity_session_context_attributes_mfa_authenticated") END, CASE WHEN (("s0"."struct_presence" & 8) <> 0) THEN jsonb_build_array("s0"."user_identity_session_context_session_issuer_type", "s0"."user_identity_session_context_session_issuer_principal_id", "s0"."user_identity_session_context_session_issuer_arn", "s0"."user_identity_session_context_session_issuer_account_id", "s0"."user_identity_session_context_session_issuer_user_name") END, CASE WHEN (("s0"."struct_presence" & 16) <> 0) THEN jsonb_build_array("s0"."user_identity_web_id_federation_data_federated_provider", "s0"."user_identity_web_id_federation_data_attributes") END, "s0"."user_identity_session_context_source_identity", "s0"."user_identity_session_context_ec2_role_delivery", "s0"."user_identity_session_context_ec2_issued_in_vpc") END AS "c6", CASE WHEN (("s0"."struct_presence" & 32) <> 0) THEN jsonb_build_array("s0"."user_identity_on_behalf_of_user_id", "s0"."user_identity_on_behalf_of_identity_store_arn") END AS "c7", CASE WHEN (("s0"."struct_presence" & 64) <> 0) THEN jsonb_build_array("s0"."user_identity_in_scope_of_source_arn", "s0"."user_identity_in_scope_of_source_account", "s0"."user_identity_in_scope_of_issuer_type", "s0"."user_identity_in_scope_of_credentials_issued_to") END AS "c8", "s0"."user_identity_invoked_by" AS "c9", "s0"."user_identity_identity_provider" AS "c10"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_id" = ?::text)
-- ? String e1
-- = type varchar
-- = principalid varchar
-- = arn varchar
-- = accountid varchar
-- = accesskeyid varchar
-- = username varchar
-- = sessioncontext row(attributes row(creationdate timestamp(3), mfaauthenticated varchar), sessionissuer row(type varchar, principalid varchar, arn varchar, accountid varchar, username varchar), webidfederationdata row(federatedprovider varchar, attributes map(varchar, varchar)), sourceidentity varchar, ec2roledelivery varchar, ec2issuedinvpc varchar)
-- = onbehalfof row(userid varchar, identitystorearn varchar)
-- = inscopeof row(sourcearn varchar, sourceaccount varchar, issuertype varchar, credentiaisissuedto varchar)
-- = invokedby varchar
-- = identityprovider varchar
-- rows
-- IAMUser | NULL | arn:aws:iam::111122223333:user/alice | NULL | NULL | NULL | null | null | null | NULL | NULL
