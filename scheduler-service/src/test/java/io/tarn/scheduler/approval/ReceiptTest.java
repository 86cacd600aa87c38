package io.tarn.scheduler.approval;

import static io.tarn.scheduler.approval.ApprovalState.APPROVED;
import static io.tarn.scheduler.approval.ApprovalState.CLOSED;
import static io.tarn.scheduler.approval.ApprovalState.REQUESTED;
import static io.tarn.scheduler.approval.Drafts.TEN;
import static io.tarn.scheduler.approval.Drafts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final TenantId TENANT = Ids.tenantId();
  private static final Instant NOW = TEN.plusSeconds(60);

  @Test
  void comparesAVersionWithThoseThatAreKnown() {
    // given
    var known = history(draft(3, REQUESTED, TEN), draft(5, APPROVED, null));

    // then
    assertThat(ApprovalIntake.receipt(null, draft(3, REQUESTED, TEN))).isEqualTo(Receipt.NEW);
    assertThat(receipt(known, draft(6, CLOSED, TEN))).isEqualTo(Receipt.NEWER);
    assertThat(receipt(known, draft(4, CLOSED, TEN))).isEqualTo(Receipt.OLDER);
    assertThat(receipt(known, draft(3, REQUESTED, TEN))).isEqualTo(Receipt.UNCHANGED);
    assertThat(receipt(known, draft(3, REQUESTED, null))).isEqualTo(Receipt.UNCHANGED);
    assertThat(receipt(known, draft(5, APPROVED, null))).isEqualTo(Receipt.UNCHANGED);
    assertThat(receipt(known, draft(3, APPROVED, TEN))).isEqualTo(Receipt.CONFLICT);
    assertThat(receipt(known, draft(3, REQUESTED, NOW))).isEqualTo(Receipt.CONFLICT);
  }

  @Test
  void tellsApprovalsThatWereGivenLate() {
    // given
    var inTime = draft(2, APPROVED, TEN);
    var late = draft(2, APPROVED, TEN.plusSeconds(1));

    // then
    assertThat(isLate(draft(1, REQUESTED, TEN.minusSeconds(60)), late)).isTrue();
    assertThat(isLate(draft(1, REQUESTED, TEN.minusSeconds(60)), inTime)).isFalse();
    assertThat(isLate(inTime, draft(3, CLOSED, NOW))).isFalse();
    assertThat(isLate(draft(1, REQUESTED, NOW))).isFalse();
  }

  private static boolean isLate(ApprovalDraft... drafts) {
    return Retrospection.isRetrospective(history(drafts));
  }

  private static Receipt receipt(ApprovalHistory known, ApprovalDraft draft) {
    return ApprovalIntake.receipt(known, draft);
  }

  private static ApprovalHistory history(ApprovalDraft... drafts) {
    return new ApprovalHistory(
        Arrays.stream(drafts).map(draft -> draft.receivedAt(TENANT, NOW)).toList());
  }
}
