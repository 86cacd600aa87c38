package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An issue of Jira Service Management, as the webhooks `jira:issue_created` and
/// `jira:issue_updated` tell it. Its version is the time of its last change, in milliseconds: the
/// event that makes an issue has no changelog whose id could count.
final class JiraMapping implements PayloadMapping {
  /// Statuses of the change workflow that comes with Jira Service Management, and their like.
  private static final Map<String, ApprovalState> STATES =
      Map.of(
          "approved", ApprovalState.APPROVED,
          "awaiting implementation", ApprovalState.APPROVED,
          "implementing", ApprovalState.APPROVED,
          "completed", ApprovalState.CLOSED,
          "declined", ApprovalState.REJECTED,
          "rejected", ApprovalState.REJECTED,
          "canceled", ApprovalState.CANCELLED,
          "cancelled", ApprovalState.CANCELLED);

  @Override
  public Mapped map(JsonNode json, DeliveryHeaders headers, AdapterSettings settings) {
    var event = Payload.of(json);
    var name = event.need("webhookEvent");
    if (!name.equals("jira:issue_created") && !name.equals("jira:issue_updated")) {
      return new Mapped.Nothing("webhookEvent " + shortened(name) + " tells no approval");
    }
    var issue = event.in("issue");
    var fields = issue.in("fields");
    var updated = fields.time("updated");
    return new Mapped.Told(
        new ApprovalDraft(
            settings.system(),
            issue.need("key"),
            updated.toEpochMilli(),
            state(fields, settings),
            fields.shown("summary"),
            fields.shown("reporter"),
            approvers(fields, settings),
            fields.time(field(settings, "windowStart")),
            fields.time(field(settings, "windowEnd")),
            ToldScope.of(list -> entries(fields, list, settings), settings.defaultScope()),
            settings.isEverythingMeant(),
            isEmergency(fields),
            updated,
            null));
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60);
  }

  private static String field(AdapterSettings settings, String name) {
    return Objects.requireNonNull(settings.fields().get(name));
  }

  private static List<String> entries(Payload fields, String name, AdapterSettings settings) {
    var field = settings.fields().get(name);
    return field == null ? List.of() : fields.texts(field);
  }

  /// The status first where it ends the issue or is known to mean something, then the last
  /// decision of its approvals.
  private static ApprovalState state(Payload fields, AdapterSettings settings) {
    var status = fields.in("status").need("name").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(settings.states().get(status))
        .or(() -> Optional.ofNullable(STATES.get(status)))
        .or(() -> decision(fields, settings))
        .orElse(ApprovalState.REQUESTED);
  }

  private static Optional<ApprovalState> decision(Payload fields, AdapterSettings settings) {
    var approval = lastApproval(fields, settings);
    return switch (approval == null ? "" : approval.path("finalDecision").asText()) {
      case "approved" -> Optional.of(ApprovalState.APPROVED);
      case "declined" -> Optional.of(ApprovalState.REJECTED);
      default -> Optional.empty();
    };
  }

  private static List<String> approvers(Payload fields, AdapterSettings settings) {
    var approval = lastApproval(fields, settings);
    var found = new ArrayList<String>();
    if (approval != null) {
      for (var entry : approval.path("approvers")) {
        var who = Payload.of(entry).shown("approver");
        if (who != null && !"pending".equals(entry.path("approverDecision").asText())) {
          found.add(who);
        }
      }
    }
    return found;
  }

  private static @Nullable JsonNode lastApproval(Payload fields, AdapterSettings settings) {
    var field = settings.fields().get("approvals");
    var approvals = field == null ? null : fields.node(field);
    return approvals == null || !approvals.isArray() || approvals.isEmpty()
        ? null
        : approvals.get(approvals.size() - 1);
  }

  private static boolean isEmergency(Payload fields) {
    var type = fields.shown("issuetype");
    return type != null && type.toLowerCase(Locale.ROOT).contains("emergency");
  }
}
