package io.tarn.scheduler.approval.adapter;

import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an adapter reads what is sent to it.
///
/// @param system what the approvals' system is called
/// @param fields which field of the sender tells what: `accounts` to `u_accounts`
/// @param states what states of the sender mean, besides those known; in small letters
/// @param window how long a merged pull request allows changes
/// @param deployRole the role that carries merged pull requests out; null restricts nobody
/// @param defaultScope for each list that is not told
/// @param isEverythingMeant whether a scope that fits every change was confirmed
public record AdapterSettings(
    String system,
    Map<String, String> fields,
    Map<String, ApprovalState> states,
    Duration window,
    @Nullable String deployRole,
    ApprovalScope defaultScope,
    boolean isEverythingMeant) {
  public AdapterSettings {
    fields = Map.copyOf(fields);
    states = Map.copyOf(states);
  }
}
