package io.tarn.catalog.tenant;

import io.tarn.catalog.provisioning.GivenBucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant to be made.
///
/// @param delivery the bucket and identity for results, where they are given and not derived
public record NewTenant(
    String slug,
    String name,
    String homeAccount,
    List<String> accounts,
    @Nullable GivenBucket delivery) {
  public NewTenant {
    accounts = List.copyOf(accounts);
  }
}
