package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalException;
import io.tarn.scheduler.approval.ApprovalService;
import io.tarn.scheduler.approval.ApprovalService.Kept;
import io.tarn.scheduler.approval.adapter.AdapterException.Invalid;
import io.tarn.scheduler.approval.adapter.AdapterException.NotFound;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes what systems deliver to adapters: checks the signature before anything is read, and keeps
/// the approval that it tells.
@ApplicationScoped
public class AdapterIntake {
  private static final List<String> NOBODYS = List.of("nobody's secret");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final AdapterService adapters;
  private final ApprovalService approvals;
  private final DeliveryLog log;
  private final Transactions transactions;
  private final Clock clock;

  AdapterIntake(
      AdapterService adapters,
      ApprovalService approvals,
      DeliveryLog log,
      Transactions transactions,
      Clock clock) {
    this.adapters = adapters;
    this.approvals = approvals;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @return what was kept; empty where the delivery tells nothing of approvals
  /// @throws NotFound if there is no such adapter, or the signature is not its sender's
  /// @throws Invalid if it cannot be read as an approval
  /// @throws ApprovalException if the approval is refused
  public Optional<Kept> take(TenantId tenant, UUID id, DeliveryHeaders headers, byte[] body) {
    var adapter = verified(tenant, id, headers, body);
    return switch (read(adapter, headers, body)) {
      case Mapped.Nothing(var reason) -> {
        log.ignored(adapter, reason);
        yield Optional.empty();
      }
      case Mapped.Told(var draft) -> Optional.of(keep(adapter, draft));
    };
  }

  private ApprovalAdapter verified(TenantId tenant, UUID id, DeliveryHeaders headers, byte[] body) {
    var now = clock.instant();
    var found = adapters.open(tenant, id);
    if (found.isEmpty()) {
      // Takes as long as for one that is there.
      var _ = DeliverySignature.isGood(AdapterKind.GITHUB, headers, body, NOBODYS, now);
      throw new NotFound();
    }
    var adapter = found.get().adapter();
    var secrets = found.get().secret().goodAt(now);
    if (!DeliverySignature.isGood(adapter.kind(), headers, body, secrets, now)) {
      log.rejected(adapter, "the signature is missing, wrong or too old", null);
      throw new NotFound();
    }
    return adapter;
  }

  private Mapped read(ApprovalAdapter adapter, DeliveryHeaders headers, byte[] body) {
    try {
      return PayloadMapping.of(adapter.kind()).map(parsed(body), headers, adapter.settings());
    } catch (PayloadException fault) {
      log.rejected(adapter, fault.getMessage(), null);
      throw new Invalid(List.of(fault.violation()));
    }
  }

  private static JsonNode parsed(byte[] body) {
    try {
      var payload = JSON.readTree(body);
      if (payload.isObject()) {
        return payload;
      }
    } catch (IOException _) {
      // Said below, without what the body holds.
    }
    throw new PayloadException("body", "must be a JSON object");
  }

  private Kept keep(ApprovalAdapter adapter, ApprovalDraft draft) {
    try {
      return transactions.in(
          connection -> {
            var kept = approvals.keep(connection, adapter.tenant(), draft);
            log.accepted(connection, adapter, draft);
            return kept;
          });
    } catch (ApprovalException refusal) {
      log.rejected(adapter, refusal.getMessage(), draft);
      throw refusal;
    }
  }
}
