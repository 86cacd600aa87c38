package io.tarn.service.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.tarn.service.problem.RefusedValueException;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Instant;

/// Reads the bodies of requests more strictly than anything else is read: no unknown field, no
/// repeated key, nothing after the document, no text or time that cannot be stored. Records of
/// topics and answers of other services keep the lenient mapper: their fields may grow.
@Provider
public class RequestJson implements ContextResolver<ObjectMapper> {
  private final ObjectMapper strict;

  RequestJson(ObjectMapper lenient) {
    this.strict = strict(lenient);
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }

  static ObjectMapper strict(ObjectMapper lenient) {
    return lenient
        .copy()
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
        .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
        .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
        .registerModule(
            new SimpleModule("tarn-request")
                .addDeserializer(
                    String.class,
                    checked(
                        new CheckedDeserializer<>(
                            String.class, StringDeserializer.instance, Storable::faultOf)))
                .addDeserializer(
                    JsonNode.class,
                    checked(
                        new CheckedDeserializer<>(
                            JsonNode.class,
                            JsonNodeDeserializer.getDeserializer(JsonNode.class),
                            Storable::faultOf)))
                .addDeserializer(
                    Instant.class,
                    checked(
                        new CheckedDeserializer<>(
                            Instant.class, InstantDeserializer.INSTANT, Storable::faultOf)))
                .addKeyDeserializer(String.class, new CheckedKey()));
  }

  // Jackson's delegating deserializers are of Object, whatever they read.
  @SuppressWarnings("unchecked")
  private static <T> JsonDeserializer<T> checked(CheckedDeserializer<T> reader) {
    return (JsonDeserializer<T>) (JsonDeserializer<?>) reader;
  }

  private static final class CheckedKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      var fault = Storable.faultOf(key);
      if (fault.isPresent()) {
        throw new RefusedValueException(context.getParser(), String.class, fault.get());
      }
      return key;
    }
  }
}
