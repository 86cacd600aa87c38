package io.tarn.service.gate;

/// The permissions that endpoints name in `@RolesAllowed`. Which role has which stands in [Role].
public final class Permission {
  public static final String SELF_READ = "self:read";
  public static final String INVITATION_ACCEPT = "invitation:accept";
  public static final String TENANT_CREATE = "tenant:create";
  public static final String TENANT_READ = "tenant:read";
  public static final String TENANT_WRITE = "tenant:write";
  public static final String MEMBER_READ = "member:read";
  public static final String MEMBER_WRITE = "member:write";
  public static final String OPERATOR_READ = "operator:read";
  public static final String OPERATOR_WRITE = "operator:write";
  public static final String STORE_READ = "store:read";
  public static final String STORE_WRITE = "store:write";
  public static final String EVENT_PUT = "event:put";
  public static final String UPLOAD_READ = "upload:read";
  public static final String ACCOUNT_COMPARE = "account:compare";
  public static final String UPLOAD_PURGE = "upload:purge";
  public static final String DEAD_LETTER_READ = "dead-letter:read";
  public static final String DEAD_LETTER_REPLAY = "dead-letter:replay";
  public static final String QUERY_RUN = "query:run";
  public static final String QUERY_READ = "query:read";
  public static final String QUERY_CANCEL = "query:cancel";
  public static final String QUERY_READ_ALL = "query:read-all";
  public static final String QUERY_LIMIT_READ = "query-limit:read";
  public static final String QUERY_LIMIT_WRITE = "query-limit:write";
  public static final String QUERY_RUN_SAVED = "query:run-saved";
  public static final String CATALOGUE_READ = "catalogue:read";
  public static final String CATALOGUE_WRITE = "catalogue:write";
  public static final String CATALOGUE_SHARE = "catalogue:share";
  public static final String CATALOGUE_CURATE = "catalogue:curate";
  public static final String DELIVERY_READ = "delivery:read";
  public static final String SCHEDULE_READ = "schedule:read";
  public static final String SCHEDULE_WRITE = "schedule:write";
  public static final String EXPORT_READ = "export:read";
  public static final String EXPORT_WRITE = "export:write";
  public static final String DESTINATION_READ = "destination:read";
  public static final String DESTINATION_WRITE = "destination:write";
  public static final String NOTIFICATION_READ = "notification:read";
  public static final String NOTIFICATION_WRITE = "notification:write";
  public static final String APPROVAL_READ = "approval:read";
  public static final String APPROVAL_WRITE = "approval:write";
  public static final String APPROVAL_DELIVER = "approval:deliver";
  public static final String ADAPTER_READ = "adapter:read";
  public static final String ADAPTER_WRITE = "adapter:write";
  public static final String CHANGE_READ = "change:read";
  public static final String CHANGE_REVIEW = "change:review";
  public static final String CHANGE_RULE_WRITE = "change-rule:write";
  public static final String CHARGEBACK_READ = "chargeback:read";
  public static final String CHARGEBACK_WRITE = "chargeback:write";
  public static final String CHARGEBACK_CLOSE = "chargeback:close";
  public static final String PROVISION = "provision";

  /// All of them, as a pattern.
  public static final String ANY =
      "self:read|invitation:accept|tenant:create|tenant:read|tenant:write|member:read"
          + "|member:write|operator:read|operator:write|store:read|store:write|event:put"
          + "|upload:read|account:compare|upload:purge|dead-letter:read|dead-letter:replay"
          + "|query:run|query:read|query:cancel|query:read-all|query-limit:read"
          + "|query-limit:write|query:run-saved|catalogue:read|catalogue:write|catalogue:share"
          + "|catalogue:curate|delivery:read|schedule:read|schedule:write|export:read"
          + "|export:write|destination:read|destination:write"
          + "|notification:read|notification:write"
          + "|approval:read|approval:write|approval:deliver|adapter:read|adapter:write"
          + "|change:read|change:review|change-rule:write"
          + "|chargeback:read|chargeback:write|chargeback:close|provision";

  private Permission() {}
}
