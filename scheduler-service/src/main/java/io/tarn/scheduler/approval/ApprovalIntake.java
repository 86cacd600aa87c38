package io.tarn.scheduler.approval;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one way by which versions of approvals come in. Versions may come in any order, and any
/// number of times.
@ApplicationScoped
public class ApprovalIntake {
  private final ApprovalRows rows;
  private final Instance<ApprovalListener> listeners;

  ApprovalIntake(ApprovalRows rows, @Any Instance<ApprovalListener> listeners) {
    this.rows = rows;
    this.listeners = listeners;
  }

  /// Takes versions, which are in order, and tells the listeners of those that are not known; so
  /// nobody else adds any of the tenant until the transaction ends. A conflict is told and not
  /// kept.
  ///
  /// @return what each version is, in their order
  public List<Receipt> take(
      Connection connection, TenantId tenant, List<ApprovalDraft> drafts, Instant now)
      throws SQLException {
    rows.lockToAdd(connection, tenant);
    var keys = drafts.stream().map(ApprovalDraft::key).collect(Collectors.toSet());
    var known = new HashMap<>(rows.histories(connection, tenant, keys));
    var receipts = new ArrayList<Receipt>();
    var kept = new ArrayList<Approval>();
    var latest = new LinkedHashMap<ApprovalKey, Approval>();
    for (var draft : drafts) {
      var history = known.get(draft.key());
      var receipt = receipt(history, draft);
      receipts.add(receipt);
      if (receipt.isKept()) {
        var version = draft.receivedAt(tenant, now);
        var after = with(history, version);
        known.put(draft.key(), after);
        kept.add(version);
        latest.put(draft.key(), after.latest());
      }
    }
    rows.insert(connection, kept);
    rows.crown(connection, latest.values());
    tell(connection, kept, known);
    return receipts;
  }

  private void tell(
      Connection connection, List<Approval> kept, Map<ApprovalKey, ApprovalHistory> histories)
      throws SQLException {
    for (var listener : listeners) {
      for (var version : kept) {
        var history = histories.get(ApprovalRows.keyOf(version));
        if (history != null) {
          listener.received(connection, history, version);
        }
      }
    }
  }

  /// What a version is to those that are known.
  static Receipt receipt(@Nullable ApprovalHistory history, ApprovalDraft draft) {
    if (history == null) {
      return Receipt.NEW;
    }
    var same =
        history.versions().stream().filter(known -> known.version() == draft.version()).findFirst();
    if (same.isPresent()) {
      return draft.tellsTheSameAs(same.get()) ? Receipt.UNCHANGED : Receipt.CONFLICT;
    }
    return draft.version() > history.latest().version() ? Receipt.NEWER : Receipt.OLDER;
  }

  private static ApprovalHistory with(@Nullable ApprovalHistory history, Approval version) {
    var versions = new ArrayList<Approval>(history == null ? List.of() : history.versions());
    versions.add(version);
    return new ApprovalHistory(versions);
  }
}
