package io.tarn.scheduler.chargeback;

import jakarta.enterprise.context.ApplicationScoped;

/// All rows of chargeback.
@ApplicationScoped
class ChargebackRows {
  private final MeterRows meters;
  private final DocumentRows documents;
  private final UsageRows usage;
  private final StatementRows statements;

  ChargebackRows(
      MeterRows meters, DocumentRows documents, UsageRows usage, StatementRows statements) {
    this.meters = meters;
    this.documents = documents;
    this.usage = usage;
    this.statements = statements;
  }

  MeterRows meters() {
    return meters;
  }

  DocumentRows documents() {
    return documents;
  }

  UsageRows usage() {
    return usage;
  }

  StatementRows statements() {
    return statements;
  }
}
