package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Values of a delivery, with their places. Systems wrap values in objects of several forms:
/// `{"value": ...}`, `{"displayName": ...}`, and lists of such.
final class Payload {
  private static final int LONGEST_TITLE = 500;
  private static final List<String> WRAPPERS =
      List.of("value", "name", "emailAddress", "displayName", "login");
  private static final List<String> SHOWN =
      List.of("display_value", "emailAddress", "displayName", "name", "login", "value");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private final JsonNode root;
  private final String place;

  private Payload(JsonNode root, String place) {
    this.root = root;
    this.place = place;
  }

  static Payload of(JsonNode root) {
    return new Payload(root, "");
  }

  /// What is in a field that is an object.
  ///
  /// @throws PayloadException where it is none
  Payload in(String field) {
    var inner = root.path(field);
    if (!inner.isObject()) {
      throw new PayloadException(place(field), "is missing");
    }
    return new Payload(inner, place(field) + ".");
  }

  String place(String field) {
    return place + field;
  }

  /// Its plain value; null where it has none.
  @Nullable String text(String field) {
    return plain(root.path(field), WRAPPERS);
  }

  /// What people are shown of it, shortened to the length of a title; null where it has none.
  @Nullable String shown(String field) {
    var text = plain(root.path(field), SHOWN);
    if (text == null) {
      return null;
    }
    var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
  }

  /// @throws PayloadException where it has no value
  String need(String field) {
    return Optional.ofNullable(text(field))
        .orElseThrow(() -> new PayloadException(place(field), "is missing"));
  }

  boolean isTrue(String field) {
    return "true".equals(text(field));
  }

  /// @throws PayloadException where it is no whole number
  long number(String field) {
    try {
      return Long.parseLong(need(field));
    } catch (NumberFormatException _) {
      throw new PayloadException(place(field), "must be a whole number");
    }
  }

  /// @throws PayloadException where it is no time with its offset
  Instant time(String field) {
    return time(field, need(field));
  }

  private Instant time(String field, String text) {
    try {
      return OffsetDateTime.parse(text, TIME).toInstant();
    } catch (DateTimeException _) {
      throw new PayloadException(place(field), "must be a time: 2026-11-28T10:00:00Z");
    }
  }

  /// Each value of a list, or of a text with separators; none where there is no value.
  List<String> texts(String field) {
    var node = root.path(field);
    var found = new ArrayList<String>();
    var nodes = node.isArray() ? node : List.of(node);
    for (var entry : nodes) {
      var text = plain(entry, WRAPPERS);
      if (text != null) {
        found.addAll(split(text));
      }
    }
    return found;
  }

  /// What people are shown of each entry of a list.
  List<String> shownOfList(String field) {
    return StreamSupport.stream(root.path(field).spliterator(), false)
        .map(entry -> plain(entry, SHOWN))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  JsonNode node(String field) {
    return root.path(field);
  }

  static List<String> split(String text) {
    return java.util.Arrays.stream(text.split("[;,\\n]"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static @Nullable String plain(JsonNode node, List<String> wrappers) {
    if (node.isObject()) {
      return wrappers.stream()
          .map(name -> plain(node.path(name), wrappers))
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    var text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
