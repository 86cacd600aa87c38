package io.tarn.ingest.api;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The accounts of uploads as the caller may see them: what other tenants hold is looked up for
/// operators only, and only in tenants that are assigned to them as well.
@RequestScoped
class UploadAccounts {
  private final UploadService uploads;
  private final CurrentTenant tenant;

  UploadAccounts(UploadService uploads, CurrentTenant tenant) {
    this.uploads = uploads;
    this.tenant = tenant;
  }

  List<AccountResponse> of(UUID upload) {
    Set<TenantId> others =
        tenant.may(Permission.ACCOUNT_COMPARE) ? tenant.grant().assignedTo() : Set.of();
    return uploads.accounts(tenant.id(), upload, others).stream().map(AccountResponse::of).toList();
  }

  /// The upload with its accounts, once they are known.
  UploadResponse with(Upload upload) {
    var response = UploadResponse.of(upload);
    return upload.state().isFinal() ? response.with(of(upload.id())) : response;
  }

  /// The same for a dry run of one file: its upload is complete already.
  PutEventsResponse with(PutEventsResponse response) {
    var upload = uploads.find(tenant.id(), response.upload());
    return response.with(of(upload.id()));
  }
}
