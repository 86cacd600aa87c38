package io.tarn.common.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.common.proof.ResultStatement.Requester;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and writes the JSON of proofs. It reads strictly: an object does not have a name twice,
/// and nothing follows it; and not more of it than fits into a small heap.
final class ProofJson {
  private static final int MOST_TOKENS = 500_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ProofJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }

  static JsonNode readObject(byte[] json) {
    try {
      var node = MAPPER.readTree(json);
      if (node == null || !node.isObject()) {
        throw new ProofFormatException("is not a JSON object");
      }
      return node;
    } catch (StreamConstraintsException tooMuch) {
      throw new ProofFormatException("is JSON that is nested too deep or too long", tooMuch);
    } catch (JsonProcessingException notJson) {
      var at = notJson.getLocation();
      var where =
          at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
      throw new ProofFormatException("is not JSON" + where, notJson);
    } catch (IOException notText) {
      throw new ProofFormatException("is not JSON", notText);
    }
  }

  static JsonNode array(JsonNode parent, String field) {
    var node = parent.path(field);
    if (!node.isArray()) {
      throw missing(field, "an array");
    }
    return node;
  }

  static JsonNode child(JsonNode parent, String field) {
    var node = parent.path(field);
    if (!node.isObject()) {
      throw missing(field, "an object");
    }
    return node;
  }

  static String text(JsonNode parent, String field) {
    var node = parent.path(field);
    if (!node.isTextual()) {
      throw missing(field, "a text");
    }
    return node.textValue();
  }

  static @Nullable String textOrNull(JsonNode parent, String field) {
    return parent.hasNonNull(field) ? text(parent, field) : null;
  }

  static long number(JsonNode parent, String field) {
    var node = parent.path(field);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw missing(field, "a whole number");
    }
    return node.longValue();
  }

  static @Nullable Long numberOrNull(JsonNode parent, String field) {
    return parent.hasNonNull(field) ? number(parent, field) : null;
  }

  static boolean flag(JsonNode parent, String field) {
    var node = parent.path(field);
    if (!node.isBoolean()) {
      throw missing(field, "true or false");
    }
    return node.booleanValue();
  }

  static Instant time(JsonNode parent, String field) {
    try {
      var time = OffsetDateTime.parse(text(parent, field));
      if (time.getYear() < 1970 || time.getYear() > 9999) {
        throw new ProofFormatException("has a time of another age in '%s'".formatted(field));
      }
      return time.toInstant();
    } catch (DateTimeException notATime) {
      throw new ProofFormatException("has no time in '%s'".formatted(field), notATime);
    }
  }

  static @Nullable Instant timeOrNull(JsonNode parent, String field) {
    return parent.hasNonNull(field) ? time(parent, field) : null;
  }

  static UUID id(JsonNode parent, String field) {
    try {
      return UUID.fromString(text(parent, field));
    } catch (IllegalArgumentException notAnId) {
      throw new ProofFormatException("has no UUID in '%s'".formatted(field), notAnId);
    }
  }

  static @Nullable UUID idOrNull(JsonNode parent, String field) {
    return parent.hasNonNull(field) ? id(parent, field) : null;
  }

  /// @throws ProofFormatException if the field has another text
  static void hold(JsonNode node, String field, String known) {
    if (!known.equals(text(node, field))) {
      throw new ProofFormatException("has a '%s' other than %s".formatted(field, known));
    }
  }

  static void putRequester(ObjectNode predicate, Requester requester) {
    var asked =
        predicate
            .putObject("requester")
            .put("issuer", requester.issuer())
            .put("subject", requester.subject())
            .put("name", requester.name());
    if (requester.role() != null) {
      asked.put("role", requester.role());
    }
  }

  static Requester requester(JsonNode predicate) {
    var asked = child(predicate, "requester");
    return new Requester(
        text(asked, "issuer"),
        text(asked, "subject"),
        text(asked, "name"),
        textOrNull(asked, "role"));
  }

  private static ProofFormatException missing(String field, String kind) {
    return new ProofFormatException("has no '%s' that is %s".formatted(field, kind));
  }
}
