package io.tarn.catalog.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be changed of a tenant; null leaves it as it is.
public record TenantChange(
    @Nullable String slug,
    @Nullable String name,
    @Nullable List<String> accounts,
    @Nullable TenantStatus status) {
  public TenantChange {
    accounts = accounts == null ? null : List.copyOf(accounts);
  }

  void apply(TenantEntity row) {
    if (slug != null) {
      row.slug = slug;
    }
    if (name != null) {
      row.name = name;
    }
    if (accounts != null) {
      row.accounts = accounts;
    }
    if (status != null) {
      row.status = status.wireName();
    }
  }
}
