package io.tarn.ingest.selector;

import io.tarn.ingest.json.Json;
import io.tarn.service.problem.AllowedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of events that selectors may name, and how to find its values.
enum SelectorField {
  EVENT_CATEGORY("eventCategory") {
    @Override
    List<String> values(Json.Structure event) {
      return List.of(categoryOf(event));
    }
  },
  EVENT_NAME("eventName"),
  EVENT_SOURCE("eventSource"),
  EVENT_TYPE("eventType"),
  READ_ONLY("readOnly"),
  ERROR_CODE("errorCode"),
  VPC_ENDPOINT_ID("vpcEndpointId"),
  SESSION_CREDENTIAL_FROM_CONSOLE("sessionCredentialFromConsole"),
  USER_IDENTITY_ARN("userIdentity.arn") {
    @Override
    List<String> values(Json.Structure event) {
      return event.get("userIdentity") instanceof Json.Structure identity
          ? text(identity.get("arn")).stream().toList()
          : List.of();
    }
  },
  RESOURCES_TYPE("resources.type") {
    @Override
    List<String> values(Json.Structure event) {
      return ofResources(event, "type");
    }
  },
  RESOURCES_ARN("resources.ARN") {
    @Override
    List<String> values(Json.Structure event) {
      return ofResources(event, "ARN");
    }
  };

  static final String REFUSAL =
      AllowedValues.refusal(Arrays.stream(values()).map(SelectorField::wireName).toList());

  private final String wireName;

  SelectorField(String wireName) {
    this.wireName = wireName;
  }

  /// The name in selectors: `userIdentity.arn`.
  String wireName() {
    return wireName;
  }

  static Optional<SelectorField> of(String wireName) {
    return Arrays.stream(values()).filter(field -> field.wireName.equals(wireName)).findFirst();
  }

  /// The event's values of this field; several only for resources.
  List<String> values(Json.Structure event) {
    return text(event.get(wireName)).stream().toList();
  }

  /// Old records say no category: all of those are management events, unless they say otherwise.
  static String categoryOf(Json.Structure event) {
    return text(event.get("eventCategory"))
        .orElseGet(
            () ->
                event.get("managementEvent") instanceof Json.Truth(var isManagement)
                        && !isManagement
                    ? "Data"
                    : "Management");
  }

  private static List<String> ofResources(Json.Structure event, String key) {
    return event.get("resources") instanceof Json.Sequence(var resources)
        ? resources.stream().flatMap(resource -> of(resource, key)).toList()
        : List.of();
  }

  private static Stream<String> of(Json resource, String key) {
    return resource instanceof Json.Structure found ? text(found.get(key)).stream() : Stream.of();
  }

  private static Optional<String> text(@Nullable Json value) {
    return switch (value) {
      case Json.Text(var text) -> Optional.of(text);
      case Json.Truth(var truth) -> Optional.of(Boolean.toString(truth));
      case null, default -> Optional.empty();
    };
  }
}
