package io.tarn.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Statements;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/// Which accounts a tenant has events of, and which it may hold.
final class TenantAccounts {
  /// How a statement names the tenant's default store.
  static final String DEFAULT = "$EDS_ID";

  private final EdgeClient owner;
  private final String tenant;
  private final String store;

  /// @param store as a statement names it
  TenantAccounts(EdgeClient owner, String tenant, String store) {
    this.owner = owner;
    this.tenant = tenant;
    this.store = store;
  }

  /// The accounts of the events in the store, and in the tenant's default store.
  Set<String> known() throws IOException, InterruptedException {
    var accounts = in(DEFAULT);
    if (!store.equals(DEFAULT)) {
      accounts.addAll(in('"' + store.replace("\"", "\"\"") + '"'));
    }
    return accounts;
  }

  private Set<String> in(String table) throws IOException, InterruptedException {
    var statement = "SELECT DISTINCT recipientAccountId FROM " + table + " ORDER BY 1";
    var accounts = new TreeSet<String>();
    for (var row : new Statements(owner, tenant).rows(statement)) {
      if (!row.path(0).isNull()) {
        accounts.add(row.path(0).asText());
      }
    }
    return accounts;
  }

  /// The accounts that the tenant may hold; none stands for all.
  Set<String> admitted() throws IOException, InterruptedException {
    var accounts = new TreeSet<String>();
    owner
        .get("/v1/tenants/" + tenant)
        .path("accounts")
        .forEach((JsonNode account) -> accounts.add(account.asText()));
    return accounts;
  }
}
