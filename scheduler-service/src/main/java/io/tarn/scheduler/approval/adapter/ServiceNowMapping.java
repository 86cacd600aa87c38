package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A change request of ServiceNow: fields of the table `change_request`, each as its value or as
/// `{"value": ..., "display_value": ...}`, as the Table API tells them. Times are UTC.
final class ServiceNowMapping implements PayloadMapping {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String CLOSED = "3";
  private static final String CANCELLED = "4";

  @Override
  public Mapped map(JsonNode json, DeliveryHeaders headers, AdapterSettings settings) {
    var payload = Payload.of(json);
    // The counter begins with 0, versions with 1.
    long version = payload.number("sys_mod_count") + 1;
    return new Mapped.Told(
        new ApprovalDraft(
            settings.system(),
            payload.need("number"),
            version,
            state(payload, settings),
            payload.shown("short_description"),
            payload.shown("requested_by"),
            Stream.ofNullable(payload.shown("u_approved_by")).toList(),
            time(payload, "start_date"),
            time(payload, "end_date"),
            ToldScope.of(name -> entries(payload, name, settings), settings.defaultScope()),
            settings.isEverythingMeant(),
            "emergency".equals(payload.text("type")),
            payload.text("sys_updated_on") == null ? null : time(payload, "sys_updated_on"),
            payload.text("link")));
  }

  private static List<String> entries(Payload payload, String name, AdapterSettings settings) {
    return payload.texts(
        Objects.requireNonNull(settings.fields().getOrDefault(name, "u_tarn_" + name)));
  }

  /// By the state of the work where that ends it, and otherwise by the approval.
  private static ApprovalState state(Payload payload, AdapterSettings settings) {
    var approval = lower(payload.text("approval"));
    var state = lower(payload.text("state"));
    var own = settings.states().get(state);
    if (own != null) {
      return own;
    }
    if (CANCELLED.equals(state)) {
      return ApprovalState.CANCELLED;
    }
    return switch (approval) {
      case "approved" -> CLOSED.equals(state) ? ApprovalState.CLOSED : ApprovalState.APPROVED;
      case "rejected" -> ApprovalState.REJECTED;
      case "cancelled", "canceled" -> ApprovalState.CANCELLED;
      default -> ApprovalState.REQUESTED;
    };
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static Instant time(Payload payload, String field) {
    try {
      return LocalDateTime.parse(payload.need(field), TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException _) {
      throw new PayloadException(field, "must be a time in UTC: 2026-11-28 10:00:00");
    }
  }
}
