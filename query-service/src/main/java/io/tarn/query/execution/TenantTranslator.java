package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.tenantdb.EventDataStores;
import io.tarn.sql.StatementException;
import io.tarn.sql.Translation;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Translates a tenant's text against the tenant's own event data stores.
@ApplicationScoped
class TenantTranslator {
  private final Translator translator = new Translator();
  private final EventDataStores stores;

  TenantTranslator(EventDataStores stores) {
    this.stores = stores;
  }

  /// Translates; `now` is what `now()` means in the statement. The first fault is told.
  Translation translate(TenantId tenant, String statement, Instant now) {
    return refusing(() -> translator.translate(statement, context(tenant, now)));
  }

  /// The same for a run, whose statistics tell what its rows are made of.
  Translation translateToRun(TenantId tenant, String statement, Instant now) {
    return refusing(() -> translator.translateToRun(statement, context(tenant, now)));
  }

  /// The same as [#translate], but all faults are told.
  Translation check(TenantId tenant, String statement, Instant now) {
    var context = context(tenant, now);
    var faults = translator.faults(statement, context);
    if (!faults.isEmpty()) {
      throw new QueryException.InvalidStatement(faults);
    }
    return refusing(() -> translator.translate(statement, context));
  }

  private TranslationContext context(TenantId tenant, Instant now) {
    return new TranslationContext(tenant.schema(), stores.of(tenant), now);
  }

  private static Translation refusing(Supplier<Translation> translation) {
    try {
      return translation.get();
    } catch (StatementException fault) {
      throw new QueryException.InvalidStatement(List.of(fault));
    }
  }
}
