package io.tarn.scheduler.reading;

/// What this service reads a tenant's events for. It stands in the tenant's access records.
public enum ReadPurpose {
  CHANGE_LEDGER("change-ledger"),
  CHARGEBACK("chargeback");

  private final String wireName;

  ReadPurpose(String wireName) {
    this.wireName = wireName;
  }

  /// The name in grants: `change-ledger`.
  public String wireName() {
    return wireName;
  }
}
