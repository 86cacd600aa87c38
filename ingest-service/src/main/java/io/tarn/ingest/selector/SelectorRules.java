package io.tarn.ingest.selector;

import static io.tarn.ingest.selector.SelectorField.ERROR_CODE;
import static io.tarn.ingest.selector.SelectorField.EVENT_CATEGORY;
import static io.tarn.ingest.selector.SelectorField.EVENT_NAME;
import static io.tarn.ingest.selector.SelectorField.EVENT_SOURCE;
import static io.tarn.ingest.selector.SelectorField.EVENT_TYPE;
import static io.tarn.ingest.selector.SelectorField.READ_ONLY;
import static io.tarn.ingest.selector.SelectorField.RESOURCES_ARN;
import static io.tarn.ingest.selector.SelectorField.RESOURCES_TYPE;
import static io.tarn.ingest.selector.SelectorField.SESSION_CREDENTIAL_FROM_CONSOLE;
import static io.tarn.ingest.selector.SelectorField.USER_IDENTITY_ARN;
import static io.tarn.ingest.selector.SelectorField.VPC_ENDPOINT_ID;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.selector.Selectors.Selector;
import io.tarn.service.problem.AllowedValues;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which fields and operators Lake allows for each category of events.
final class SelectorRules {
  private static final Set<SelectorField> OF_MANAGEMENT =
      EnumSet.of(
          EVENT_CATEGORY,
          EVENT_NAME,
          EVENT_SOURCE,
          EVENT_TYPE,
          READ_ONLY,
          SESSION_CREDENTIAL_FROM_CONSOLE,
          USER_IDENTITY_ARN);
  private static final Set<SelectorField> OF_DATA =
      with(OF_MANAGEMENT, RESOURCES_TYPE, RESOURCES_ARN);
  private static final Set<SelectorField> OF_NETWORK =
      EnumSet.of(EVENT_CATEGORY, EVENT_SOURCE, EVENT_NAME, ERROR_CODE, VPC_ENDPOINT_ID);

  private SelectorRules() {}

  static void check(String place, Selector selector, EventCategory category) {
    var names = EnumSet.noneOf(SelectorField.class);
    for (var field : selector.fields()) {
      if (!names.add(field.field())) {
        throw new SelectorException(place + " names " + field.field().wireName() + " twice");
      }
    }
    var kind =
        single(selector, EVENT_CATEGORY)
            .orElseThrow(
                () ->
                    new SelectorException(
                        place + " must have eventCategory with Equals and one value"));
    if (!EventCategory.find(kind).equals(Optional.of(category))) {
      throw new SelectorException(
          place + ": eventCategory " + AllowedValues.refusal(category.words()));
    }
    checkFields(place, selector, kind);
    selector.fields().forEach(field -> checkOperators(place, field, kind));
  }

  private static void checkFields(String place, Selector selector, String kind) {
    var allowed =
        switch (kind) {
          case "Management", "CloudTrail" -> OF_MANAGEMENT;
          case "Data" -> OF_DATA;
          case "NetworkActivity" -> OF_NETWORK;
          default -> EnumSet.of(EVENT_CATEGORY);
        };
    for (var field : selector.fields()) {
      if (!allowed.contains(field.field())) {
        throw new SelectorException(
            place + ": " + field.field().wireName() + " does not go with " + kind);
      }
    }
    if (kind.equals("Data")) {
      demand(place, selector, RESOURCES_TYPE);
    } else if (kind.equals("NetworkActivity")) {
      demand(place, selector, EVENT_SOURCE);
    }
  }

  private static void checkOperators(String place, FieldSelector field, String kind) {
    boolean isFine =
        switch (field.field()) {
          case EVENT_CATEGORY, RESOURCES_TYPE -> true; // a single one was demanded
          case READ_ONLY, ERROR_CODE -> field.usesOnly(Operator.EQUALS);
          case EVENT_SOURCE -> !kind.equals("NetworkActivity") || field.usesOnly(Operator.EQUALS);
          case SESSION_CREDENTIAL_FROM_CONSOLE ->
              field.usesOnly(Operator.EQUALS) || field.usesOnly(Operator.NOT_EQUALS);
          case EVENT_NAME, EVENT_TYPE, USER_IDENTITY_ARN, RESOURCES_ARN, VPC_ENDPOINT_ID -> true;
        };
    if (!isFine) {
      throw new SelectorException(
          place + ": " + field.field().wireName() + " does not take this operator");
    }
  }

  private static void demand(String place, Selector selector, SelectorField field) {
    if (single(selector, field).isEmpty()) {
      throw new SelectorException(
          place + " must have " + field.wireName() + " with Equals and one value");
    }
  }

  /// The one value that a field must equal.
  private static Optional<String> single(Selector selector, SelectorField wanted) {
    return selector.fields().stream()
        .filter(field -> field.field() == wanted)
        .filter(field -> field.conditions().size() == 1 && field.usesOnly(Operator.EQUALS))
        .map(field -> field.conditions().getFirst().value())
        .findFirst();
  }

  private static Set<SelectorField> with(Set<SelectorField> fields, SelectorField... more) {
    var all = EnumSet.copyOf(fields);
    all.addAll(Set.of(more));
    return all;
  }
}
