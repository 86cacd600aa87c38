package io.tarn.service.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.tarn.service.problem.RefusedValueException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads as another deserializer does and refuses what has a fault.
final class CheckedDeserializer<T> extends DelegatingDeserializer {
  // Never serialized, although Jackson's base class could be.
  private final transient Class<T> type;
  private final transient Function<T, Optional<String>> check;

  CheckedDeserializer(
      Class<T> type, JsonDeserializer<?> reader, Function<T, Optional<String>> check) {
    super(reader);
    this.type = type;
    this.check = check;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
    return new CheckedDeserializer<>(type, reader, check);
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return property != null && property.getAnnotation(MayHoldNul.class) != null
        ? getDelegatee()
        : super.createContextual(context, property);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (type == Instant.class && !parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new RefusedValueException(parser, type, "is not a time such as 2026-05-01T00:00:00Z");
    }
    var value = super.deserialize(parser, context);
    if (type.isInstance(value)) {
      var fault = check.apply(type.cast(value));
      if (fault.isPresent()) {
        throw new RefusedValueException(parser, type, fault.get());
      }
    }
    return value;
  }
}
