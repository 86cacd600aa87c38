package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.TenantSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The beginning of a file in one round trip: the upload is held against others that begin files
/// or close it, a file of the name is looked for, and without one the file gets the next number.
/// Not thread-safe.
final class FileBegin {
  private static final String HOLD =
      """
      update ingest.uploads set touched_at = now() where tenant_id = ? and id = ?
      returning state, source, store_id, is_dry_run\
      """;

  private static final String EARLIER =
      """
      select answer::text from ingest.upload_files
      where tenant_id = ? and upload_id = ? and name = ? and state <> 'FAILED'\
      """;

  private static final String INSERT =
      """
      insert into ingest.upload_files (tenant_id, upload_id, number, name, state, instance_id)
      select u.tenant_id, u.id, n.number, n.name, 'RECEIVING', ?
      from ingest.uploads u
      cross join lateral (
          select ? as name, (select coalesce(max(f.number), 0) + 1 from ingest.upload_files f
                             where f.tenant_id = u.tenant_id and f.upload_id = u.id) as number) n
      where u.tenant_id = ? and u.id = ? and u.state = 'RECEIVING' and not exists (
          select 1 from ingest.upload_files f
          where f.tenant_id = u.tenant_id and f.upload_id = u.id and f.name = n.name
          and f.state <> 'FAILED')
      returning number\
      """;

  private final TenantId tenant;
  private final UUID id;
  private final String name;
  private final TenantSettings.Reading settings = new TenantSettings.Reading();
  private @Nullable FileUpload upload;
  private @Nullable FileId file;
  private boolean isOpen;
  private boolean isThere;
  private @Nullable String answer;

  FileBegin(TenantId tenant, UUID upload, String name) {
    this.tenant = tenant;
    this.id = upload;
    this.name = name;
  }

  List<Sql.Step> steps(UUID instanceId) {
    return List.of(
        new Sql.Step(Sql.of(HOLD).with(tenant, id), this::takeUpload),
        new Sql.Step(Sql.of(EARLIER).with(tenant, id, name), this::takeEarlier),
        new Sql.Step(Sql.of(INSERT).with(instanceId, name, tenant, id), this::takeNumber),
        new Sql.Step(TenantSettings.Reading.statement(tenant), settings::add));
  }

  /// What it came to, after the steps.
  UploadService.FileStart start() {
    var found = upload;
    if (found == null) {
      throw new UploadException.Unknown();
    }
    if (answer != null) {
      return new UploadService.FileStart.AlreadyReceived(answer);
    }
    if (!isOpen) {
      throw new UploadException.Closed();
    }
    var begun = file;
    if (isThere || begun == null) {
      throw new UploadException.Busy("A file of this name is still coming in.");
    }
    return new UploadService.FileStart.Started(begun, found, settings.settings());
  }

  private void takeUpload(Row row) throws SQLException {
    isOpen = UploadState.valueOf(row.text("state")) == UploadState.RECEIVING;
    upload = new FileUpload(row.text("source"), row.uuidOrNull("store_id"), row.is("is_dry_run"));
  }

  private void takeEarlier(Row row) throws SQLException {
    isThere = true;
    answer = row.textOrNull("answer");
  }

  private void takeNumber(Row row) throws SQLException {
    file = new FileId(tenant, id, row.integer("number"));
  }
}
