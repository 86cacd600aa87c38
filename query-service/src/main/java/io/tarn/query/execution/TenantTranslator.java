package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.tenantdb.EventDataStores;
import io.tarn.sql.StatementException;
import io.tarn.sql.Translation;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.Parameters;
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
  Translation translate(TenantId tenant, QueryText text, Instant now) {
    var context = context(tenant, now, text.boundToLook(now));
    return refusing(() -> translator.translate(text.statement(), context));
  }

  /// The same for a run, whose statistics tell what its rows are made of.
  Translation translateToRun(TenantId tenant, QueryText text, Instant now) {
    var context = context(tenant, now, text.bound(now));
    return refusing(() -> translator.translateToRun(text.statement(), context));
  }

  /// The same as [#translate], but all faults are told.
  Translation check(TenantId tenant, QueryText text, Instant now) {
    var context = context(tenant, now, text.boundToLook(now));
    var faults = translator.faults(text.statement(), context);
    if (!faults.isEmpty()) {
      throw new QueryException.InvalidStatement(faults);
    }
    return refusing(() -> translator.translate(text.statement(), context));
  }

  private TranslationContext context(TenantId tenant, Instant now, Parameters parameters) {
    return new TranslationContext(tenant.schema(), stores.of(tenant), now, parameters);
  }

  private static Translation refusing(Supplier<Translation> translation) {
    try {
      return translation.get();
    } catch (StatementException fault) {
      throw new QueryException.InvalidStatement(List.of(fault));
    }
  }
}
