package io.tarn.scheduler.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;

/// What `tarn.tenants.v1` says of a tenant, as far as it is needed here.
@JsonIgnoreProperties(ignoreUnknown = true)
record TenantRecord(
    String id, String slug, String name, String homeAccount, List<String> accounts, String status) {
  TenantRecord {
    accounts = List.copyOf(Objects.requireNonNullElse(accounts, List.of()));
  }
}
