package io.tarn.scheduler.approval.adapter;

import io.tarn.scheduler.approval.ApprovalDraft;

/// What a delivery tells.
sealed interface Mapped {
  /// A version of an approval.
  record Told(ApprovalDraft draft) implements Mapped {}

  /// Nothing of approvals.
  record Nothing(String reason) implements Mapped {}
}
