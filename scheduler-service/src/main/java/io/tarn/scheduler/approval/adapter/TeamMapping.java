package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.PrincipalPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A request of TEAM (temporary elevated access management for IAM Identity Center), as its table
/// of requests holds it. It allows one person one role in one account for some hours.
final class TeamMapping implements PayloadMapping {
  private static final int MOST_HOURS = 8760;

  @Override
  public Mapped map(JsonNode json, DeliveryHeaders headers, AdapterSettings settings) {
    var request = Payload.of(json);
    var state = state(request.need("status"), settings);
    var start = request.time("startTime");
    var updated = request.time("updatedAt");
    return new Mapped.Told(
        new ApprovalDraft(
            settings.system(),
            request.need("id"),
            updated.toEpochMilli(),
            state,
            title(request),
            request.need("email"),
            Stream.ofNullable(request.shown("approver")).toList(),
            start,
            end(request, start),
            scope(request, settings.defaultScope()),
            false,
            false,
            updated,
            null));
  }

  private static String title(Payload request) {
    var ticket = request.shown("ticketNo");
    var text =
        Stream.of(ticket, request.shown("justification"))
            .filter(java.util.Objects::nonNull)
            .reduce((one, two) -> one + ": " + two)
            .orElse("Elevated access");
    return text.length() <= 500 ? text : text.substring(0, 500);
  }

  private static ApprovalState state(String status, AdapterSettings settings) {
    var name = status.toLowerCase(Locale.ROOT);
    var own = settings.states().get(name);
    if (own != null) {
      return own;
    }
    return switch (name) {
      case "pending" -> ApprovalState.REQUESTED;
      case "approved", "scheduled", "in progress" -> ApprovalState.APPROVED;
      case "ended" -> ApprovalState.CLOSED;
      case "rejected" -> ApprovalState.REJECTED;
      case "revoked", "cancelled", "expired", "error" -> ApprovalState.CANCELLED;
      default -> throw new PayloadException("status", "is none that is known");
    };
  }

  /// When the access ended, or was to end.
  private static Instant end(Payload request, Instant start) {
    if (request.text("endTime") != null && request.time("endTime").isAfter(start)) {
      return request.time("endTime");
    }
    long hours = request.number("duration");
    if (hours < 1 || hours > MOST_HOURS) {
      throw new PayloadException("duration", "must be 1 to " + MOST_HOURS + " hours");
    }
    return start.plus(Duration.ofHours(hours));
  }

  private static ApprovalScope scope(Payload request, ApprovalScope fallback) {
    var account = request.need("accountId");
    var session =
        "arn:*:sts::%s:assumed-role/AWSReservedSSO_%s_*/%s"
            .formatted(account, request.need("role"), request.need("email"));
    return new ApprovalScope(
        List.of(account),
        fallback.regions(),
        fallback.services(),
        fallback.actions(),
        fallback.resources(),
        List.of(new PrincipalPattern(PrincipalPattern.Kind.ARN, session)));
  }
}
