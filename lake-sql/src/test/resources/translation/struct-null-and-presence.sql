select eventID, useridentity.sessioncontext.sessionissuer.userName, userIdentity.sessionContext
from $EDS_ID where userIdentity is not null and not (userIdentity.sessionContext.webIdFederationData is not null) order by eventID
