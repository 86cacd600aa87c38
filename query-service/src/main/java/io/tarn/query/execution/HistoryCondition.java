package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A search in the history as a condition with bound values. The tenant is always in it.
final class HistoryCondition {
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  HistoryCondition(TenantId tenant, HistorySearch search) {
    add("tenantId = :tenant", "tenant", tenant.value());
    var person = search.visibleTo();
    add("actorIssuer = :issuer", "issuer", person == null ? null : person.issuer());
    add("actorSubject = :subject", "subject", person == null ? null : person.subject());
    add("locate(:text, lower(statement)) > 0", "text", lower(search.text()));
    add(
        "(lower(actorName) = :actor or lower(actorSubject) = :actor)",
        "actor",
        lower(search.actor()));
    add("state in :states", "states", search.states().isEmpty() ? null : search.states());
    add("array_contains(storeIds, :store)", "store", search.store());
    add("submittedAt >= :from", "from", search.from());
    add("submittedAt < :to", "to", search.to());
    var before = search.before();
    if (before != null) {
      add(
          "(submittedAt < :before or submittedAt = :before and id < :id)",
          "before",
          before.submittedAt());
      values.put("id", before.id());
    }
  }

  String text() {
    return String.join(" and ", terms);
  }

  Map<String, Object> values() {
    return Map.copyOf(values);
  }

  private void add(String term, String name, @Nullable Object value) {
    if (value != null) {
      terms.add(term);
      values.put(name, value);
    }
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
