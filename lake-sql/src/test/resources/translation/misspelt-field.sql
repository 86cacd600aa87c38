select userIdentity.inScopeOf.credentialsIssuedTo, useridentity.inscopeof.credentiaisissuedto from $EDS_ID where eventID = 'e1'
