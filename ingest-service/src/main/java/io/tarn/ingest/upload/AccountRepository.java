package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The accounts of uploads. Within a transaction of the caller.
@ApplicationScoped
class AccountRepository {
  /// An AWS account is known by an earlier upload that was not purged.
  private static final String IS_KNOWN =
      """
      exists (select 1 from ingest.upload_accounts b
              left join ingest.uploads u on u.tenant_id = b.tenant_id and u.id = b.upload_id
              where b.tenant_id = a.tenant_id and b.account = a.account and b.published > 0
              and b.upload_id < a.upload_id
              and coalesce(u.state, '') not in ('PURGING', 'PURGED'))\
      """;

  private static final String IS_FOREIGN =
      """
      (exists (select 1 from ingest.upload_accounts b
               left join ingest.uploads u on u.tenant_id = b.tenant_id and u.id = b.upload_id
               where b.account = a.account and b.published > 0 and b.tenant_id = any (o.others)
               and coalesce(u.state, '') not in ('PURGING', 'PURGED'))
       or exists (select 1 from ingest.tenants t
                  where t.tenant_id = any (o.others) and a.account = any (t.accounts)))\
      """;

  /// Totals up what the files of an upload say.
  void keep(Connection connection, Upload upload) throws SQLException {
    Sql.of(
            """
            insert into ingest.upload_accounts
                (tenant_id, upload_id, account, organisation, events, not_admitted, published)
            select f.tenant_id, f.upload_id, a.id, a.organisation, sum(a.events),
                   sum(a."notAdmitted"), case when ? then 0 else sum(a.published) end
            from ingest.upload_files f
            cross join lateral jsonb_to_recordset(f.accounts) as a
                (id text, organisation text, events bigint, "notAdmitted" bigint, published bigint)
            where f.tenant_id = ? and f.upload_id = ?
            group by f.tenant_id, f.upload_id, a.id, a.organisation
            on conflict do nothing""")
        .with(upload.isDryRun(), upload.tenant(), upload.id())
        .execute(connection);
  }

  /// @param others the tenants to look at; an account that only further ones hold is not foreign
  List<UploadAccount> list(
      Connection connection, TenantId tenant, UUID upload, Set<TenantId> others)
      throws SQLException {
    return Sql.of(
            """
            select a.account, nullif(a.organisation, '') as organisation,
                   a.not_admitted = 0 as is_admitted, %s as is_known, %s as is_foreign, a.events
            from ingest.upload_accounts a
            cross join (select array_remove(string_to_array(?, ','), ?) as others) as o
            where a.tenant_id = ? and a.upload_id = ?
            order by a.account, a.organisation"""
                .formatted(IS_KNOWN, others.isEmpty() ? "false" : IS_FOREIGN))
        .with(
            others.stream().map(TenantId::value).collect(Collectors.joining(",")),
            tenant,
            tenant,
            upload)
        .list(connection, AccountRepository::account);
  }

  private static UploadAccount account(Row row) throws SQLException {
    return new UploadAccount(
        row.text("account"),
        row.textOrNull("organisation"),
        row.is("is_admitted"),
        row.is("is_known"),
        row.is("is_foreign"),
        row.number("events"));
  }
}
