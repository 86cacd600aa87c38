package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.sql.StatementException;
import io.tarn.query.sql.Translation;
import io.tarn.query.sql.TranslationContext;
import io.tarn.query.sql.Translator;
import io.tarn.query.tenantdb.EventDataStores;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Translates a tenant's text against the tenant's own event data stores.
@ApplicationScoped
class TenantTranslator {
  private final Translator translator = new Translator();
  private final EventDataStores stores;

  TenantTranslator(EventDataStores stores) {
    this.stores = stores;
  }

  /// Translates; `now` is what `now()` means in the statement.
  Translation translate(TenantId tenant, String statement, Instant now) {
    var context = new TranslationContext(tenant.schema(), stores.of(tenant), now);
    try {
      return translator.translate(statement, context);
    } catch (StatementException fault) {
      throw new QueryException.InvalidStatement(fault);
    }
  }
}
