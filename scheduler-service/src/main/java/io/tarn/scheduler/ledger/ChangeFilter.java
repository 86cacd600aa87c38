package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// To what changes are narrowed down; null narrows nothing.
///
/// @param verdict the name of a verdict: `unapproved`
/// @param origin the name of an origin: `console`
/// @param account an account
/// @param who a part of the name or of the ARN of whoever made it, in any case
/// @param service the event source without its ending, in any case
/// @param review the name of a state of review: `none`
/// @param from event times from then on
/// @param to event times before that
/// @param group the group that a change belongs to
public record ChangeFilter(
    @Nullable String verdict,
    @Nullable String origin,
    @Nullable String account,
    @Nullable String who,
    @Nullable String service,
    @Nullable String review,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String group) {

  /// A condition over `change_events` with its values.
  record Condition(String sql, List<Object> values) {}

  Condition condition(TenantId tenant) {
    var sql = new StringBuilder("tenant_id = ?");
    var values = new ArrayList<Object>(List.of(tenant.value()));
    add(sql, values, "verdict = ?", verdict);
    add(sql, values, "origin = ?", origin);
    add(sql, values, "account_id = ?", account);
    add(sql, values, "service = lower(?)", service);
    add(sql, values, "review = ?", review);
    add(sql, values, "event_time >= ?", from);
    add(sql, values, "event_time < ?", to);
    add(sql, values, "group_id = ?", group);
    add(
        sql,
        values,
        "position(lower(?) in lower(who || ' ' || coalesce(facts #>> '{caller,arn}', ''))) > 0",
        who);
    return new Condition(sql.toString(), values);
  }

  private static void add(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }
}
